import { Injectable } from '@nestjs/common';
import { DomainError } from '#domain';
import {
  accountPurposeNames,
  accountPurposes,
  type AccountPurpose,
  ConsentService,
  entryPurposeNames,
  type GivenConsent,
  type IdempotentRequest,
  type StandingConsent,
  standingOf,
} from '#identity';
import { TeamTransaction } from './team-transaction.js';

/** One entry in whose team the person is, or was. */
interface NamedEntry {
  readonly publicId: string;
  /** Null for whoever is no longer in the team. */
  readonly title: string | null;
  readonly edition: { readonly zh: string; readonly en: string };
}

export interface EntryConsents {
  readonly entry: NamedEntry;
  readonly consents: readonly StandingConsent[];
}

/** Everything that a person has agreed to, and once did. */
export interface OwnConsents {
  readonly account: readonly StandingConsent<AccountPurpose>[];
  readonly entries: readonly EntryConsents[];
  /** The newest first; the entry is null for a purpose of the account. */
  readonly history: readonly (Omit<GivenConsent, 'entryId'> & { readonly entry: NamedEntry | null })[];
}

/** A person's own consents over all entries, and those of the account. */
@Injectable()
export class OwnConsentService {
  constructor(
    private readonly transaction: TeamTransaction,
    private readonly consents: ConsentService,
  ) {}

  async mine(userId: string): Promise<OwnConsents> {
    const { manager } = this.transaction.dataSource;
    const given = await this.consents.given(manager, userId);
    // Also an entry whose team the person has left keeps its consents; a purpose can be given for a present one alone.
    const rows = await manager.query<(NamedEntry & { id: string; isMember: boolean })[]>(
      `select e.id, e.public_id as "publicId", case when r.yes then e.title end as title, r.yes as "isMember",
         json_build_object('zh', d.name_zh, 'en', d.name_en) as edition
       from entries e join editions d on d.id = e.edition_id cross join lateral (select entry_is_read_by(e, $1) as yes) r
       where e.lead_user_id = $1 or e.id in (select m.entry_id from team_members m where m.user_id = $1)
         or e.id = any ($2)
       order by e.recorded_at desc, e.id desc limit 200`,
      [userId, given.flatMap(({ entryId }) => entryId ?? [])],
    );
    const entries = new Map(rows.map(({ id, isMember: _, ...entry }) => [id, entry]));
    return {
      account: standingOf(accountPurposeNames, given, null),
      entries: rows.flatMap(({ id, isMember }) => {
        const entry = entries.get(id);
        return isMember && entry ? [{ entry, consents: standingOf(entryPurposeNames, given, id) }] : [];
      }),
      history: given.map(({ entryId, ...one }) => ({
        ...one,
        entry: entryId === null ? null : (entries.get(entryId) ?? null),
      })),
    };
  }

  /**
   * Gives or withdraws consent to a purpose of the account.
   *
   * @throws DomainError `consent-contract` where the purpose rests on the contract, which ends with the account alone;
   *   `request-invalid` for a wording that is not today's
   */
  async set(
    request: IdempotentRequest,
    purpose: AccountPurpose,
    given: { readonly isGiven: boolean; readonly version: string },
  ): Promise<void> {
    const about = { userId: request.userId, entryId: null, purpose };
    await this.transaction.once(request, async (manager) => {
      if (given.isGiven) return this.consents.give(manager, [about], given.version);
      if (accountPurposes[purpose].basis === 'contract') throw new DomainError('consent-contract');
      await this.consents.withdraw(manager, about);
    });
  }
}
