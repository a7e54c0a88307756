import { AdvancementService, RulesService } from '#contest';
import { type Advancement, DomainError } from '#domain';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { commandLine, LedgerService } from '#ledger';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type AwardBlockerCode, sourceBlockers } from './award-blockers.js';
import { heldStage, knownStage, rankedRows } from './award-sources.query.js';

export interface AdvancementRow {
  readonly entryNumber: number;
  readonly title: string;
  readonly rank: number | null;
  readonly score: string | null;
  readonly advances: boolean;
  /** It advances, or its place is open, because of an unresolved tie at the cut. */
  readonly tiedAtCut: boolean;
}

export interface AdvancementPreview {
  /** The rules' number or ratio; null where nobody advances from this stage. */
  readonly rule: Advancement | null;
  readonly applied: boolean;
  readonly blockers: readonly AwardBlockerCode[];
  readonly rows: readonly AdvancementRow[];
}

/** Sends entries on to the next stage by the newest tally (晋级): first shown, then applied once. */
@Injectable()
export class StageAdvancementService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly advancement: AdvancementService,
    private readonly rules: RulesService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Who would advance now, and what stands in the way. Rows are shown once judging is over, and their reading is an
   * event of the ledger.
   *
   * @throws DomainError `not-found`
   */
  async preview(stageId: string, readerId: string): Promise<AdvancementPreview> {
    const { manager } = this.dataSource;
    const source = await knownStage(manager, stageId);
    const rule = (await this.rules.current(stageId)).rules.advancement;
    const applied = await this.isApplied(manager, stageId);
    const blockers = sourceBlockers([source]).map(({ code }) => code);
    const { runId, windowClosed } = source;
    if (rule === null || runId === null || !windowClosed) return { rule, applied, blockers, rows: [] };
    const rows = await rankedRows(manager, [runId]);
    await this.ledger.record(manager, {
      kind: 'read',
      subject: { actor: readerId, stage: stageId, run: runId },
      body: { what: 'advancement', rows: rows.length },
    });
    const { groups } = await this.advancement.preview(stageId, rows);
    const advanced = new Set(groups.flatMap((group) => group.advanced));
    const tied = new Set(groups.flatMap((group) => group.tieAtCut));
    return {
      rule,
      applied,
      blockers,
      rows: rows.map((row) => ({
        entryNumber: row.entryNumber,
        title: row.title,
        rank: row.rank,
        score: row.score,
        advances: advanced.has(row.entryId),
        tiedAtCut: tied.has(row.entryId),
      })),
    };
  }

  /** @throws DomainError `stage-not-ready` with the blockers, `not-found` */
  async apply(request: IdempotentRequest, stageId: string): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        await this.applyWithin(manager, stageId, request.userId);
        return { status: 204, resultId: null };
      }),
    );
  }

  /** As {@link apply}, for one who acts in a transaction of their own. */
  async applyWithin(
    manager: EntityManager,
    stageId: string,
    actor: string = commandLine,
    occurredOn?: string,
  ): Promise<void> {
    const source = await heldStage(manager, stageId);
    const blockers = sourceBlockers([source]).map(({ code }) => code);
    if (blockers.length > 0) throw new DomainError('stage-not-ready', { blockers });
    const runId = source.runId as string;
    await this.advancement.applyWithin(manager, stageId, await rankedRows(manager, [runId]), {
      actor,
      runId,
      outputsHash: source.outputsHash as string,
      ...(occurredOn === undefined ? {} : { occurredOn }),
    });
  }

  private async isApplied(manager: EntityManager, stageId: string): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `select 1 from stage_entries where stage_id = $1 and outcome = 'advanced' limit 1`,
      [stageId],
    );
    return rows.length > 0;
  }
}
