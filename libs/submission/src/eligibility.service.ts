import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { StageEntryService } from '#contest';
import { LedgerService } from '#ledger';
import { EntryNotices } from './entry-notices.js';
import type { EntryAct } from './entry.service.js';

export interface EligibilityOutcome {
  readonly entryId: string;
  readonly outcome: 'passed' | 'needs-correction' | 'failed';
  /** Why it did not pass; stable, kebab-case. */
  readonly reasonCode?: string;
}

/** The eligibility check (形式审查), and the way from it into the first stage. */
@Injectable()
export class EligibilityService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly stageEntries: StageEntryService,
    private readonly notices: EntryNotices,
  ) {}

  /**
   * Records checks, no entry twice; an entry's latest one stands. Its lead is told at once, except of a check that lies in
   * the past (`occurredOn`): what is loaded of an earlier contest writes to nobody.
   */
  async check(
    manager: EntityManager,
    editionId: string,
    outcomes: readonly EligibilityOutcome[],
    act: EntryAct,
  ): Promise<void> {
    const checks = outcomes.map((outcome) => ({ id: uuidv7(), ...outcome }));
    await manager.query(
      `insert into eligibility_checks (id, entry_id, number, outcome, reason_code, checked_by, occurred_on)
       select g.id, g.entry_id, 1 + (select count(*) from eligibility_checks c where c.entry_id = g.entry_id),
         g.outcome, g.reason_code, $5, $6
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) as g (id, entry_id, outcome, reason_code)`,
      [
        ...[checks.map(({ id }) => id), outcomes.map(({ entryId }) => entryId)],
        ...[outcomes.map(({ outcome }) => outcome), outcomes.map(({ reasonCode }) => reasonCode ?? null)],
        ...[act.actor, act.occurredOn ?? null],
      ],
    );
    await this.ledger.recordMany(
      manager,
      outcomes.map(({ entryId, outcome, reasonCode }) => ({
        kind: 'eligibility-checked',
        subject: { edition: editionId, entry: entryId },
        body: { actor: act.actor, outcome, reason: reasonCode ?? null },
        ...(act.occurredOn === undefined ? {} : { occurredOn: act.occurredOn }),
      })),
    );
    if (act.occurredOn === undefined) await this.notices.checked(manager, checks);
  }

  /**
   * Puts every submitted entry whose latest check passed into the first stage of its track, where it is not yet.
   *
   * @returns the number of entries put
   */
  async admit(manager: EntityManager, editionId: string, act: EntryAct): Promise<number> {
    const stages = await this.stageEntries.firstStages(manager, editionId);
    const rows = await manager.query<{ id: string; track_id: string }[]>(
      `select e.id, e.track_id from entries e
       where e.edition_id = $1 and e.state = 'submitted'
         and (select c.outcome from eligibility_checks c where c.entry_id = e.id order by c.number desc limit 1) = 'passed'
         and not exists (select from stage_entries x where x.entry_id = e.id)
       order by e.number`,
      [editionId],
    );
    const entering = rows.flatMap(({ id, track_id: trackId }) => {
      const stageId = stages.get(trackId);
      return stageId === undefined ? [] : [{ entryId: id, stageId, cameBy: 'registered' as const }];
    });
    await this.stageEntries.enter(manager, entering, act);
    return entering.length;
  }
}
