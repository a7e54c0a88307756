import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  advance,
  compareCodePoints,
  DomainError,
  rankEntries,
  type AdvancementScope,
  type GroupAdvancement,
} from '#domain';
import { LedgerService } from '#ledger';
import type { Act } from './act.js';
import { RulesService } from './rules.service.js';
import { StageEntryService } from './stage-entry.service.js';
import { holdStages } from './stage-lock.js';

/** A row of the stage's ranking, which the caller takes from the tally: this feature stands below scoring. */
export interface RankedEntry {
  readonly entryId: string;
  /** Rank in the stage after its tie ladder; null for an entry that is not ranked. */
  readonly rank: number | null;
}

export interface AdvancementPlan {
  readonly stageId: string;
  readonly nextStageId: string;
  readonly scope: AdvancementScope;
  /** Entry ids; `group` is the id of the panel, track or field group, empty where the quota is the stage's. */
  readonly groups: readonly GroupAdvancement[];
}

/** What the applied advancement rests on, for its ledger event. */
export interface AdvancementBasis extends Act {
  readonly runId: string;
  /** 64 hex digits. */
  readonly outputsHash: string;
}

interface StandingRow {
  readonly entry_id: string;
  readonly may_advance: boolean;
  readonly group_id: string | null;
}

const groupColumns: Readonly<Record<AdvancementScope, string>> = {
  stage: 'null::uuid',
  track: 'e.track_id',
  'field-group': 'e.field_group_id',
  panel: 'x.panel_id',
};

/** Who goes on to the next stage, by the rules' number or ratio. */
@Injectable()
export class AdvancementService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: LedgerService,
    private readonly rules: RulesService,
    private readonly stageEntries: StageEntryService,
  ) {}

  /** @throws DomainError `not-found` where no stage follows or the rules advance nobody. */
  async preview(
    stageId: string,
    ranking: readonly RankedEntry[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<AdvancementPlan> {
    const { rules } = await this.rules.current(stageId, manager);
    const next = await manager.query<{ id: string }[]>(`select id from stages where previous_stage_id = $1`, [stageId]);
    if (!next[0] || !rules.advancement) throw new DomainError('not-found', { stage: stageId, reason: 'last-stage' });
    const { by, value, scope } = rules.advancement;
    const ranked = withinGroups(ranking, await this.standing(manager, stageId, scope));
    return { stageId, nextStageId: next[0].id, scope, groups: advance({ ranked, by, value }) };
  }

  /**
   * Writes the next stage's entries and this stage's outcomes, once.
   *
   * @throws DomainError `stage-not-ready` where judging is neither closed nor past its deadline, or the stage was advanced before
   */
  async apply(stageId: string, ranking: readonly RankedEntry[], basis: AdvancementBasis): Promise<AdvancementPlan> {
    return this.dataSource.transaction((manager) => this.applyWithin(manager, stageId, ranking, basis));
  }

  /** As {@link apply}, in the caller's transaction. */
  async applyWithin(
    manager: EntityManager,
    stageId: string,
    ranking: readonly RankedEntry[],
    basis: AdvancementBasis,
  ): Promise<AdvancementPlan> {
    await holdStages(manager, [stageId]);
    await this.assertReady(manager, stageId);
    const plan = await this.preview(stageId, ranking, manager);
    const advanced = plan.groups.flatMap((group) => group.advanced);
    const others = plan.groups.flatMap((group) => [...group.reserves, ...group.remaining]);
    const stage = plan.nextStageId;
    const entering = advanced.map((entryId) => ({ entryId, stageId: stage, cameBy: 'advanced' as const }));
    await this.stageEntries.enter(manager, entering, basis);
    await this.stageEntries.leave(manager, stageId, advanced, 'advanced');
    await this.leaveOthers(manager, stageId, others);
    await this.ledger.record(manager, {
      kind: 'stage-advanced',
      subject: { stage: stageId, nextStage: plan.nextStageId, run: basis.runId },
      body: { actor: basis.actor, outputs: basis.outputsHash, advanced: [...advanced].sort(compareCodePoints) },
      occurredOn: basis.occurredOn,
    });
    return plan;
  }

  private async standing(manager: EntityManager, stageId: string, scope: AdvancementScope) {
    const rows = await manager.query<StandingRow[]>(
      `select x.entry_id, e.state = 'submitted' and coalesce(x.outcome, '') not in ('retired', 'forfeit') as may_advance,
         ${groupColumns[scope]} as group_id
       from stage_entries x join entries e on e.id = x.entry_id where x.stage_id = $1`,
      [stageId],
    );
    return new Map(rows.map((row) => [row.entry_id, row]));
  }

  private async assertReady(manager: EntityManager, stageId: string): Promise<void> {
    const rows = await manager.query<{ closed: boolean; advanced: boolean }[]>(
      `select coalesce(w.closed_at <= clock_timestamp() or w.deadline_at < clock_timestamp(), false) as closed,
         exists (select from stage_entries x where x.stage_id = w.stage_id and x.outcome = 'advanced') as advanced
       from windows w where w.stage_id = $1 for update of w`,
      [stageId],
    );
    if (!rows[0]) throw new DomainError('not-found', { stage: stageId });
    if (!rows[0].closed) throw new DomainError('stage-not-ready', { blockers: ['window-open'] });
    if (rows[0].advanced) throw new DomainError('stage-not-ready', { blockers: ['already-advanced'] });
  }

  private async leaveOthers(manager: EntityManager, stageId: string, entryIds: readonly string[]): Promise<void> {
    // An entry that retired or forfeited keeps that outcome.
    await manager.query(
      `update stage_entries set outcome = 'not-advanced' where stage_id = $1 and entry_id = any ($2) and outcome is null`,
      [stageId, entryIds],
    );
  }
}

/** The stage's ranking, ranked anew within each group of the quota; who may not advance has no rank. */
function withinGroups(ranking: readonly RankedEntry[], standing: ReadonlyMap<string, StandingRow>) {
  const byGroup = new Map<string, RankedEntry[]>();
  for (const row of ranking) {
    const stands = standing.get(row.entryId);
    if (!stands) continue;
    const rank = stands.may_advance ? row.rank : null;
    const group = stands.group_id ?? '';
    byGroup.set(group, [...(byGroup.get(group) ?? []), { entryId: row.entryId, rank }]);
  }
  return [...byGroup].flatMap(([group, rows]) => {
    const ordered = rows.filter((row) => row.rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
    const ranks = rankEntries(ordered, (left, right) => left.rank === right.rank);
    return [
      ...ordered.map((row, index) => ({ entry: row.entryId, rank: ranks[index] ?? null, group })),
      ...rows.filter((row) => row.rank === null).map((row) => ({ entry: row.entryId, rank: null, group })),
    ];
  });
}
