import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type EligibilityItem,
  type EligibilityNote,
  type EligibilityState,
  eligibilityState,
  DomainError,
} from '#domain';
import { eligibilityFacts } from './eligibility-facts.js';
import { pastChecks } from './checked-entry.js';

/** What a team is told of its entry's check. How many have read it so far is the office's own affair. */
export interface OwnEligibility {
  readonly state: Exclude<EligibilityState, 'second-reading'>;
  readonly reasons: readonly EligibilityItem[];
  readonly note: EligibilityNote | null;
  readonly correctUntil: Date | null;
  /** Whether the entry may be changed for its correction, though its window may be shut. */
  readonly isCorrectable: boolean;
  readonly checkedAt: Date | null;
}

const untold: OwnEligibility = {
  ...{ state: 'unchecked', reasons: [], note: null, correctUntil: null, isCorrectable: false, checkedAt: null },
};

@Injectable()
export class OwnEligibilityService {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws DomainError `not-found` where the entry is not the person's. */
  async read(publicId: string, userId: string): Promise<OwnEligibility> {
    const { manager } = this.dataSource;
    const rows = await manager.query<{ id: string; edition_id: string; state: string }[]>(
      'select id, edition_id, state from entries e where public_id = $1 and entry_is_read_by(e, $2)',
      [publicId, userId],
    );
    const entry = rows[0];
    if (!entry) throw new DomainError('not-found', { entry: publicId });
    const { now, rows: known } = await eligibilityFacts(manager, entry.edition_id, { publicIds: [publicId] });
    const facts = known[0]?.facts;
    if (!facts?.latest) return untold;
    const state = eligibilityState(facts, now);
    if (state === 'second-reading') return untold;
    const latest = (await pastChecks(manager, entry.id))[0];
    const { outcome, correctUntil } = facts.latest;
    const isOpen = outcome === 'needs-correction' && correctUntil !== null && now < correctUntil;
    return {
      ...{ state, correctUntil, reasons: latest?.reasons ?? [], note: latest?.note ?? null },
      isCorrectable: isOpen && !facts.isAdmitted && facts.entryState === 'submitted',
      checkedAt: latest?.at ?? null,
    };
  }
}
