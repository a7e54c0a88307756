import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v4 as uuidv4 } from 'uuid';
import { DomainError, type EligibilityItem, fieldProblem } from '#domain';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { DueDiligenceSettingService } from './due-diligence-setting.service.js';
import { endCase, holdCase, type HeldCase, type SeenDocument } from './held-case.js';

export interface DueDiligenceFindings {
  /** Keys of the points of the checklist that hold. */
  readonly met: readonly string[];
  readonly documents: readonly SeenDocument[];
  readonly note: string;
}

/** What is written of the finalists before the award: opened for a stage, then passed each; that a team refuses
 * it takes two persons. */
@Injectable()
export class DueDiligenceService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
    private readonly settings: DueDiligenceSettingService,
  ) {}

  /**
   * Opens it for every entry that stands in the stage and has none yet.
   *
   * @throws DomainError `not-found`; `due-diligence-unneeded` where there is no such entry, to whom none of the stage concerns
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

  /**
   * Keeps what was found so far.
   *
   * @throws DomainError `not-found`, `organiser-conflicted`, `request-invalid`, `revision-stale`, `due-diligence-decided`,
   *   `due-diligence-proposed`
   */
  async keep(
    request: IdempotentRequest,
    slug: string,
    id: string,
    { findings, seen }: { readonly findings: DueDiligenceFindings; readonly seen: number },
  ): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        const { checklist } = await this.hold(manager, slug, { id, seen, actor: request.userId });
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
   * Ends it as passed: every point of the checklist holds.
   *
   * @throws DomainError `not-found`, `revision-stale`, `due-diligence-decided`, `due-diligence-proposed`, `request-invalid`
   */
  async pass(request: IdempotentRequest, slug: string, id: string, seen: number): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        const { row, checklist } = await this.hold(manager, slug, { id, seen, actor: request.userId });
        assertAllMet(checklist, row.met);
        await endCase(manager, this.ledger, row, { decision: 'passed', checklist, actor: request.userId });
        return { status: 204, resultId: id };
      }),
    );
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
    if (entries.length === 0) {
      // That nothing was to be opened would tell whom an entry concerns that just this one has its case.
      const [row] = await manager.query<{ is: boolean }[]>('select stage_concerns($1, $2) as is', [actor, stageId]);
      if (row?.is === true) return;
      throw new DomainError('due-diligence-unneeded');
    }
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

  /** The open case as it was seen, locked, with the edition's checklist. */
  private async hold(
    manager: EntityManager,
    slug: string,
    seen: { readonly id: string; readonly seen: number; readonly actor: string },
  ): Promise<{ row: HeldCase; checklist: readonly EligibilityItem[] }> {
    const { editionId, checklist } = await this.settings.read(slug, manager);
    const row = await holdCase(manager, editionId, seen);
    if (row.refusal !== null) throw new DomainError('due-diligence-proposed');
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
