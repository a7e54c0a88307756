import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { type BilingualText, DomainError } from '#domain';
import { assertVersion, consentVersion, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { ledEntry, type TeamEntry, teamEntry } from '../team/team-entry.js';
import { TeamTransaction } from '../team/team-transaction.js';
import { passedContent, type PassedContent } from './passed-content.js';
import { withdrawPassings } from './passing-rows.js';
import type { ReceivingOfficeKind } from './receiving-office.service.js';

/** One office that entries can be passed to, with whether this one may be. */
export interface PassingSwitch {
  readonly publicId: string;
  readonly kind: ReceivingOfficeKind;
  readonly name: BilingualText;
  readonly isAllowed: boolean;
  /** Of the wording agreed to; null where it never was. */
  readonly version: string | null;
  /** Who allowed it last; null where nobody did, or the account is gone. */
  readonly givenBy: string | null;
  readonly givenAt: Date | null;
  readonly withdrawnAt: Date | null;
}

export interface EntryPassing {
  /** Of the wording of today. */
  readonly version: string;
  /** The lead alone switches; of a withdrawn entry nothing can be allowed any more. */
  readonly mayChange: boolean;
  readonly content: PassedContent;
  readonly offices: readonly PassingSwitch[];
}

/** A team's leave to pass its entry on: off by default, office by office, withdrawn at any time. */
@Injectable()
export class PassingService {
  constructor(
    private readonly transaction: TeamTransaction,
    private readonly ledger: LedgerService,
  ) {}

  /** @throws DomainError `not-found` for whoever is not of the team */
  async own(publicId: string, userId: string): Promise<EntryPassing> {
    const { manager } = this.transaction.dataSource;
    const [entry] = await manager.query<{ id: string; editionId: string; mayChange: boolean }[]>(
      `select e.id, e.edition_id as "editionId", coalesce(e.lead_user_id = $2, false) as "mayChange"
       from entries e where e.public_id = $1 and entry_is_read_by(e, $2)`,
      [publicId, userId],
    );
    if (!entry) throw new DomainError('not-found', { entry: publicId });
    const offices = await manager.query<PassingSwitch[]>(
      `select o.public_id as "publicId", o.kind, json_build_object('zh', o.name_zh, 'en', o.name_en) as name,
         c.id is not null and c.withdrawn_at is null as "isAllowed", c.version, u.display_name as "givenBy",
         c.given_at as "givenAt", c.withdrawn_at as "withdrawnAt"
       from receiving_offices o
       left join lateral (select * from passing_consents p where p.office_id = o.id and p.entry_id = $2
         order by p.given_at desc, p.id desc limit 1) c on true
       left join users u on u.id = c.given_by
       where o.edition_id = $1 and o.closed_at is null order by o.name_en collate "C", o.id`,
      [entry.editionId, entry.id],
    );
    return {
      ...{ version: consentVersion, mayChange: entry.mayChange, offices },
      content: await passedContent(manager, entry.id),
    };
  }

  /**
   * Allows passing the entry on to one office, or withdraws it: that also of a withdrawn entry. Whoever agrees to a newer
   * wording no longer agrees to the former.
   *
   * @param given.version of the wording that was read
   * @throws DomainError `not-found`, `lead-only`, `entry-withdrawn`, `request-invalid`, `receiving-office-closed`
   */
  async set(
    request: IdempotentRequest,
    publicId: string,
    office: string,
    given: { readonly isAllowed: boolean; readonly version: string },
  ): Promise<void> {
    await this.transaction.once(request, async (manager) => {
      const read = given.isAllowed ? ledEntry : entryToWithdraw;
      const entry = await read(manager, publicId, request.userId);
      const officeId = await openOffice(manager, entry.editionId, office);
      if (given.isAllowed) await this.allow(manager, { entryId: entry.id, officeId }, request.userId, given.version);
      else await withdrawPassings(manager, this.ledger, { officeId, entryId: entry.id }, request.userId);
    });
  }

  private async allow(
    manager: EntityManager,
    { entryId, officeId }: { entryId: string; officeId: string },
    actor: string,
    version: string,
  ): Promise<void> {
    assertVersion(version);
    await withdrawPassings(manager, this.ledger, { officeId, entryId, keptVersion: version }, actor);
    const rows = await manager.query<{ id: string }[]>(
      `insert into passing_consents (id, entry_id, office_id, version, given_by) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning id`,
      [uuidv7(), entryId, officeId, version, actor],
    );
    if (!rows[0]) return;
    await this.ledger.record(manager, {
      kind: 'passing-allowed',
      subject: { entry: entryId, office: officeId, passing: rows[0].id },
      body: { actor, version },
    });
  }
}

/** @throws DomainError `not-found`, `lead-only` */
async function entryToWithdraw(manager: EntityManager, publicId: string, userId: string): Promise<TeamEntry> {
  const entry = await teamEntry(manager, publicId, userId);
  if (entry.leadUserId !== userId) throw new DomainError('lead-only');
  return entry;
}

/** The office is held, so that it is not closed meanwhile. */
async function openOffice(manager: EntityManager, editionId: string, publicId: string): Promise<string> {
  const rows = await manager.query<{ id: string; isClosed: boolean }[]>(
    `select id, closed_at is not null as "isClosed" from receiving_offices
     where public_id = $1 and edition_id = $2 for share`,
    [publicId, editionId],
  );
  if (!rows[0]) throw new DomainError('not-found', { office: publicId });
  if (rows[0].isClosed) throw new DomainError('receiving-office-closed');
  return rows[0].id;
}
