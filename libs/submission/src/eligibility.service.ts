import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { StageEntryService } from '#contest';
import { LedgerService } from '#ledger';
import { admissibleEntries } from './eligibility/admissible-entries.js';
import type { EligibilityOutcome } from './eligibility/check-record.js';
import { writeChecks } from './eligibility/write-checks.js';
import { EntryNotices } from './entry-notices.js';
import type { EntryAct } from './entry.service.js';

export type { EligibilityOutcome };

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
    const checks = await writeChecks(manager, this.ledger, editionId, outcomes, act);
    if (act.occurredOn === undefined) await this.notices.checked(manager, checks);
  }

  /**
   * Puts every submitted entry whose latest check passed its latest version into the first stage of its track, where it
   * is not yet.
   *
   * @returns the number of entries put
   */
  async admit(manager: EntityManager, editionId: string, act: EntryAct): Promise<number> {
    const stages = await this.stageEntries.firstStages(manager, editionId);
    const rows = await admissibleEntries(manager, editionId);
    const entering = rows.flatMap(({ id, trackId }) => {
      const stageId = stages.get(trackId);
      return stageId === undefined ? [] : [{ entryId: id, stageId, cameBy: 'registered' as const }];
    });
    await this.stageEntries.enter(manager, entering, act);
    return entering.length;
  }
}
