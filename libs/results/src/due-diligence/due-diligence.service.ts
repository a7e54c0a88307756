import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v4 as uuidv4 } from 'uuid';
import { canonicalJson, DomainError, type DueDiligenceState, type EligibilityItem, fieldProblem } from '#domain';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { StageDepartureService } from '../stage-departure.service.js';
import { DueDiligenceSettingService } from './due-diligence-setting.service.js';

/** A paper that was seen, beside the files of the entry. */
export interface SeenDocument {
  readonly name: string;
  /** Its number, or where it is kept. */
  readonly reference: string;
}

export interface DueDiligenceFindings {
  /** Keys of the points of the checklist that hold. */
  readonly met: readonly string[];
  readonly documents: readonly SeenDocument[];
  readonly note: string;
}

interface CaseRow {
  readonly id: string;
  readonly edition_id: string;
  readonly stage_id: string;
  readonly entry_id: string;
  readonly public_id: string;
  readonly state: DueDiligenceState;
  readonly version: number;
  readonly met: readonly string[];
  readonly documents: readonly SeenDocument[];
  readonly note: string;
}

/** What is written of the finalists before the award: opened for a stage, then passed or refused each. */
@Injectable()
export class DueDiligenceService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
    private readonly settings: DueDiligenceSettingService,
    private readonly departures: StageDepartureService,
  ) {}

  /**
   * Opens it for every entry that stands in the stage and has none yet.
   *
   * @throws DomainError `not-found`; `due-diligence-unneeded` where there is no such entry
   */
  async open(request: IdempotentRequest, slug: string, stageId: string): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        const { editionId } = await this.settings.read(slug, manager);
        // Two who open it at once would tell of the same entries twice.
        const stages = await manager.query<unknown[]>(
          'select from stages where id = $1 and edition_id = $2 for no key update',
          [stageId, editionId],
        );
        if (stages.length === 0) throw new DomainError('not-found', { stage: stageId });
        await this.insertCases(manager, { editionId, stageId, actor: request.userId });
        return { status: 204, resultId: null };
      }),
    );
  }

  /** Keeps what was found so far. @throws DomainError `not-found`, `request-invalid`, `revision-stale`, `due-diligence-decided` */
  async keep(
    request: IdempotentRequest,
    slug: string,
    id: string,
    { findings, seen }: { readonly findings: DueDiligenceFindings; readonly seen: number },
  ): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        const { checklist } = await this.hold(manager, slug, id, seen);
        const known = new Set(checklist.map(({ key }) => key));
        const problems = findings.met.flatMap((key, index) =>
          known.has(key) ? [] : [fieldProblem(`met[${index}]`, 'option-unknown')],
        );
        if (problems.length > 0) throw new DomainError('request-invalid', { problems });
        await manager.query(
          `update due_diligence_cases set met = $2, documents = $3, note = $4, version = version + 1 where id = $1`,
          [id, JSON.stringify(findings.met), JSON.stringify(findings.documents), findings.note],
        );
        return { status: 204, resultId: id };
      }),
    );
  }

  /**
   * Ends it. Passed, every point of the checklist holds; refused, the entry retires from the stage (退赛) in the same
   * transaction.
   *
   * @throws DomainError `not-found`, `revision-stale`, `due-diligence-decided`, `request-invalid`; for a refusal as
   *   `StageDepartureService.depart`
   */
  async decide(
    request: IdempotentRequest,
    slug: string,
    id: string,
    { decision, seen }: { readonly decision: 'passed' | 'refused'; readonly seen: number },
  ): Promise<void> {
    const stages: string[] = [];
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        const { row, checklist } = await this.hold(manager, slug, id, seen);
        const actor = request.userId;
        if (decision === 'passed') assertAllMet(checklist, row.met);
        else {
          const departure = { outcome: 'retired' as const, reasonCode: 'due-diligence-refused', actor };
          await this.departures.departWithin(manager, row.stage_id, row.public_id, departure);
          stages.push(row.stage_id);
        }
        await this.end(manager, row, { decision, checklist, actor });
        return { status: 204, resultId: id };
      }),
    );
    for (const stageId of stages) this.departures.tallyAfter(stageId);
  }

  private async insertCases(
    manager: EntityManager,
    { editionId, stageId, actor }: { editionId: string; stageId: string; actor: string },
  ): Promise<void> {
    const entries = await manager.query<{ id: string }[]>(
      `select e.id from stage_entries x join entries e on e.id = x.entry_id
       where x.stage_id = $1 and e.state = 'submitted' and coalesce(x.outcome, '') not in ('retired', 'forfeit')
         and not exists (select from due_diligence_cases c where c.stage_id = $1 and c.entry_id = e.id)
       order by e.number`,
      [stageId],
    );
    if (entries.length === 0) throw new DomainError('due-diligence-unneeded');
    const cases = entries.map(({ id: entry }) => ({ id: uuidv4(), entry }));
    await manager.query(
      `insert into due_diligence_cases (id, edition_id, stage_id, entry_id, opened_by)
       select g.id, $1, $2, g.entry, $3 from unnest($4::uuid[], $5::uuid[]) as g (id, entry)`,
      [editionId, stageId, actor, cases.map(({ id }) => id), cases.map(({ entry }) => entry)],
    );
    await this.ledger.recordMany(
      manager,
      cases.map(({ id, entry }) => ({
        kind: 'due-diligence-opened',
        subject: { edition: editionId, stage: stageId, entry, case: id },
        body: { actor },
      })),
    );
  }

  private async end(
    manager: EntityManager,
    row: CaseRow,
    given: { decision: 'passed' | 'refused'; checklist: readonly EligibilityItem[]; actor: string },
  ): Promise<void> {
    const { decision, checklist, actor } = given;
    const worded = checklist.map((item) => ({ ...item, isMet: row.met.includes(item.key) }));
    await manager.query(
      `update due_diligence_cases set state = $2, checklist = $3, decided_by = $4, decided_at = now(),
         version = version + 1 where id = $1`,
      [row.id, decision, JSON.stringify(worded), actor],
    );
    const found = canonicalJson({
      documents: row.documents.map(({ name, reference }) => ({ name, reference })),
      note: row.note,
    });
    await this.ledger.record(manager, {
      kind: decision === 'passed' ? 'due-diligence-passed' : 'due-diligence-refused',
      subject: { edition: row.edition_id, stage: row.stage_id, entry: row.entry_id, case: row.id },
      body: {
        ...{ actor, met: [...row.met] },
        found: await this.ledger.commitment(manager, 'due-diligence', row.id, found),
      },
    });
  }

  /** The open case as it was seen, locked, with the edition's checklist. */
  private async hold(
    manager: EntityManager,
    slug: string,
    id: string,
    seen: number,
  ): Promise<{ row: CaseRow; checklist: readonly EligibilityItem[] }> {
    const { editionId, checklist } = await this.settings.read(slug, manager);
    const rows = await manager.query<CaseRow[]>(
      `select c.*, e.public_id from due_diligence_cases c join entries e on e.id = c.entry_id
       where c.id = $1 and c.edition_id = $2 for update of c`,
      [id, editionId],
    );
    const row = rows[0];
    if (!row) throw new DomainError('not-found');
    if (row.state !== 'open') throw new DomainError('due-diligence-decided');
    if (row.version !== seen) throw new DomainError('revision-stale', { stored: row.version });
    return { row, checklist };
  }
}

function assertAllMet(checklist: readonly EligibilityItem[], met: readonly string[]): void {
  const open = checklist.filter(({ key }) => !met.includes(key));
  if (open.length === 0) return;
  throw new DomainError('request-invalid', {
    problems: [fieldProblem('met', 'checklist-open', { count: open.length })],
  });
}
