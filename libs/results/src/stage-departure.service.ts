import { StageEntryService } from '#contest';
import { DomainError } from '#domain';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { TallyQueue } from '#queue';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { holdAwardLists } from './award-sources.query.js';

/** `retired`: the team gives up its place (退赛). `forfeit`: it loses it, as by not appearing (弃权). */
export const departureOutcomes = ['retired', 'forfeit'] as const;
export type DepartureOutcome = (typeof departureOutcomes)[number];

export interface Departure {
  readonly outcome: DepartureOutcome;
  /** Why; stable, kebab-case. */
  readonly reasonCode: string;
}

interface StageEntryRow {
  readonly entry_id: string;
  readonly edition_id: string;
  readonly state: 'submitted' | 'withdrawn';
  readonly outcome: string | null;
}

/**
 * An entry leaves a stage before its result: it is ranked, advanced and awarded no more, and its sheets stay. Possible
 * until the stage's result is used, by an advancement or by a frozen list.
 */
@Injectable()
export class StageDepartureService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly stageEntries: StageEntryService,
    private readonly ledger: LedgerService,
    private readonly tallies: TallyQueue,
  ) {}

  /**
   * @param publicId of the entry
   * @throws DomainError `not-found` where the entry does not stand in the stage, `entry-withdrawn`, `stage-settled`,
   *   `entry-departed`
   */
  async depart(request: IdempotentRequest, stageId: string, publicId: string, departure: Departure): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        await this.departWithin(manager, stageId, publicId, { ...departure, actor: request.userId });
        return { status: 204, resultId: null };
      }),
    );
    this.tallyAfter(stageId);
  }

  /** Has a stage tallied anew, once a departure from it is committed. */
  tallyAfter(stageId: string): void {
    this.tallies.request(stageId);
  }

  /** As `depart`, in the caller's transaction; `tallyAfter` follows its commit. */
  async departWithin(
    manager: EntityManager,
    stageId: string,
    publicId: string,
    { actor, outcome, reasonCode }: Departure & { readonly actor: string },
  ): Promise<void> {
    const { entry_id: entryId, edition_id: editionId } = await this.standing(manager, stageId, publicId);
    await this.stageEntries.leave(manager, stageId, [entryId], outcome);
    await this.ledger.record(manager, {
      kind: 'entry-departed',
      subject: { edition: editionId, stage: stageId, entry: entryId },
      body: { actor, outcome, reason: reasonCode },
    });
  }

  /** The entry's place in the stage, held together with what could use the stage's result meanwhile. */
  private async standing(manager: EntityManager, stageId: string, publicId: string): Promise<StageEntryRow> {
    const find = (lock: '' | 'for update of x') =>
      manager.query<StageEntryRow[]>(
        `select x.entry_id, x.edition_id, x.outcome, e.state from stage_entries x join entries e on e.id = x.entry_id
         where x.stage_id = $1 and e.public_id = $2 ${lock}`,
        [stageId, publicId],
      );
    const [known] = await find('');
    if (known === undefined) throw new DomainError('not-found', { stage: stageId, entry: publicId });
    await holdAwardLists(manager, known.edition_id);
    // An advancement holds the window for itself.
    await manager.query(`select 1 from windows where stage_id = $1 and kind = 'judging' for share`, [stageId]);
    if (await this.isSettled(manager, stageId)) throw new DomainError('stage-settled', { stage: stageId });
    const [held = known] = await find('for update of x');
    if (held.state === 'withdrawn') throw new DomainError('entry-withdrawn', { entry: publicId });
    if (held.outcome !== null) throw new DomainError('entry-departed', { entry: publicId, outcome: held.outcome });
    return held;
  }

  private async isSettled(manager: EntityManager, stageId: string): Promise<boolean> {
    const rows = await manager.query<{ settled: boolean }[]>(
      `select exists (select from stage_entries x where x.stage_id = $1 and x.outcome in ('advanced', 'not-advanced'))
         or exists (select from award_list_runs a join tally_runs r on r.id = a.run_id where r.stage_id = $1) as settled`,
      [stageId],
    );
    return rows[0]?.settled === true;
  }
}
