import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DomainError, validateScoreSheet, type ScoreSheetInput } from '#domain';
import type { SheetComments } from '#domain/rubric/score-sheet';
import { sheetComments } from '#domain/rubric/sheet-comments';
import { LedgerService, prepareEvent, type PreparedEvent } from '#ledger';
import { TallyQueue } from '#queue';
import { RulesService, shareStage, WindowService, type RulesVersion } from '#contest';
import { insertComments, preparedComments, type PreparedComments } from './prepared-comments.js';

export interface BulkSheet {
  readonly assignmentId: string;
  readonly scores: Readonly<Record<string, string>>;
  readonly deduction?: string;
  /** Only what the rules of the stage ask for. */
  readonly comments?: SheetComments;
  /** YYYY-MM-DD, where the act lies in the past. */
  readonly occurredOn?: string;
}

interface HeldAssignment {
  readonly id: string;
  readonly judgeId: string;
  readonly revision: number;
}

interface NewSheet {
  readonly id: string;
  readonly assignmentId: string;
  readonly revision: number;
  readonly event: PreparedEvent;
  readonly comments: PreparedComments | null;
  readonly given: BulkSheet;
}

const batchSize = 1000;

/** Many sheets of a stage at once, for a generator or an import: the same checks, constraints, events and pending rows. */
@Injectable()
export class BulkScoreSheetService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly rules: RulesService,
    private readonly windows: WindowService,
    private readonly tallies: TallyQueue,
  ) {}

  /**
   * Submits in the order given: of two sheets of one assignment the second is its next revision. All or nothing in the
   * caller's transaction; call `TallyQueue.request(stageId)` after its commit.
   *
   * @returns receipts (64 hex digits) in the order given
   * @throws DomainError `score-sheet-invalid`, `assignment-not-found`, `window-not-open`
   */
  async submitMany(manager: EntityManager, stageId: string, sheets: readonly BulkSheet[]): Promise<string[]> {
    await shareStage(manager, stageId);
    const rules = await this.rules.current(stageId, manager);
    const { isOpen } = await this.windows.state({ stageId }, manager);
    if (!isOpen) throw new DomainError('window-not-open', { stage: stageId });
    const receipts: string[] = [];
    for (let start = 0; start < sheets.length; start += batchSize) {
      const batch = sheets.slice(start, start + batchSize);
      for (const sheet of batch) assertValid(rules, sheet);
      const held = await this.hold(manager, stageId, batch);
      const rows = newSheets(stageId, rules, batch, held);
      await this.insert(manager, rules, rows);
      receipts.push(...rows.map(({ event }) => event.hash));
    }
    if (sheets.length > 0) await this.tallies.mark(manager, [stageId]);
    return receipts;
  }

  /** Locks the assignments in one order, so that two batches never wait for each other in a circle. */
  private async hold(
    manager: EntityManager,
    stageId: string,
    batch: readonly BulkSheet[],
  ): Promise<Map<string, HeldAssignment>> {
    const ids = [...new Set(batch.map(({ assignmentId }) => assignmentId))];
    await manager.query('select 1 from assignments where id = any ($1) order by id for no key update', [ids]);
    const rows = await manager.query<HeldAssignment[]>(
      `select id, judge_id as "judgeId", current_revision(id) as revision
         from active_assignments where id = any ($1) and stage_id = $2`,
      [ids, stageId],
    );
    const held = new Map(rows.map((row) => [row.id, row]));
    const missing = ids.find((id) => !held.has(id));
    if (missing !== undefined) throw new DomainError('assignment-not-found', { assignment: missing });
    return held;
  }

  private async insert(manager: EntityManager, rules: RulesVersion, rows: readonly NewSheet[]): Promise<void> {
    await this.ledger.insert(
      manager,
      rows.map(({ event }) => event),
    );
    await manager.query(
      `insert into score_sheets
         (id, assignment_id, stage_id, revision, rules_version_id, deduction, event_hash, occurred_on)
       select id, assignment_id, $8, revision, $1, deduction, decode(hash, 'hex'), occurred_on
         from unnest($2::uuid[], $3::uuid[], $4::integer[], $5::numeric[], $6::text[], $7::date[])
           as g (id, assignment_id, revision, deduction, hash, occurred_on)`,
      [
        ...[rules.id, rows.map(({ id }) => id), rows.map(({ assignmentId }) => assignmentId)],
        ...[rows.map(({ revision }) => revision), rows.map(({ given }) => given.deduction ?? '0')],
        ...[rows.map(({ event }) => event.hash), rows.map(({ given }) => given.occurredOn ?? null)],
        rules.stageId,
      ],
    );
    const cells = rows.flatMap(({ id, given }) =>
      Object.entries(given.scores).map(([key, score]) => ({
        id,
        criterion: rules.criterionIds.get(key) ?? null,
        score,
      })),
    );
    await manager.query(
      `insert into criterion_scores (score_sheet_id, criterion_id, rules_version_id, score)
       select sheet, criterion, $1, score from unnest($2::uuid[], $3::uuid[], $4::numeric[]) as g (sheet, criterion, score)`,
      [
        ...[rules.id, cells.map(({ id }) => id), cells.map(({ criterion }) => criterion)],
        cells.map(({ score }) => score),
      ],
    );
    await insertComments(manager, rows);
    await manager.query(
      'update drafts set scores = null, deduction = null, comments = null where assignment_id = any ($1)',
      [rows.map(({ assignmentId }) => assignmentId)],
    );
  }
}

function assertValid(rules: RulesVersion, { assignmentId, ...sheet }: BulkSheet): void {
  const problems = validateScoreSheet(rules.rules, sheet satisfies ScoreSheetInput, 'submit');
  if (problems.length > 0) throw new DomainError('score-sheet-invalid', { assignment: assignmentId, problems });
}

function newSheets(
  stage: string,
  rules: RulesVersion,
  batch: readonly BulkSheet[],
  held: ReadonlyMap<string, HeldAssignment>,
): NewSheet[] {
  const revisions = new Map<string, number>();
  return batch.map((given) => {
    const assignment = held.get(given.assignmentId) as HeldAssignment;
    const revision = (revisions.get(assignment.id) ?? assignment.revision) + 1;
    revisions.set(assignment.id, revision);
    const id = uuidv7();
    const said = sheetComments(given.comments);
    const comments = said && preparedComments(said);
    const event = prepareEvent({
      kind: 'sheet-submitted',
      subject: { sheet: id, assignment: assignment.id, stage, judge: assignment.judgeId },
      body: {
        ...{ revision, rulesHash: rules.hash, scores: given.scores, deduction: given.deduction ?? '0' },
        ...(comments && { comments: comments.bound.commitment }),
      },
      ...(given.occurredOn === undefined ? {} : { occurredOn: given.occurredOn }),
    });
    return { id, assignmentId: assignment.id, revision, event, comments, given };
  });
}
