import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError, type BilingualText, type JudgeKind } from '#domain';
import { otherApprovers } from '#identity';
import { LedgerService } from '#ledger';
import { byName } from '../by-name.js';
import { rosterFor, rosterPlaces, type RosterChangeKind } from './roster-places.js';

/** A judge for whom a change awaits its second person. */
export interface RosterLine {
  readonly id: string;
  /** Null where the account is gone, as `email` and `proposedBy`. */
  readonly name: string | null;
  readonly email: string | null;
  /** `none` until a password is set, as in the list of judges. */
  readonly account: 'none' | 'signs-in' | 'disabled';
  readonly kind: JudgeKind | null;
  readonly employer: string | null;
  readonly organisation: BilingualText | null;
  readonly change: RosterChangeKind;
  /** Why the judge leaves; null where nobody has said it. */
  readonly reason: string | null;
  readonly proposedBy: string | null;
  readonly proposedAt: Date;
  /** The reader proposed it, and so doesn't approve it. */
  readonly isOwn: boolean;
  /** It is the reader's own place, which the reader doesn't approve either. */
  readonly isOneself: boolean;
}

/** A judge whose new address awaits its second person. */
export interface PendingAddress {
  /** Of the judge. */
  readonly id: string;
  readonly name: string | null;
  /** As it stands; null where the account is gone. */
  readonly email: string | null;
  readonly newEmail: string;
  readonly proposedBy: string | null;
  readonly proposedAt: Date;
  /** The reader proposed it, and so doesn't approve it. */
  readonly isOwn: boolean;
  /** It is the reader's own account. */
  readonly isOneself: boolean;
}

export interface RosterView {
  /** How many judges stand on the roster now. */
  readonly judges: number;
  /** By name, additions first. */
  readonly changes: readonly RosterLine[];
  /** Addresses of judges that await a second person, by name. */
  readonly addresses: readonly PendingAddress[];
  /** Of the roster as it is once the reader has approved what others proposed, 64 hex digits. */
  readonly hash: string;
  /** How many others than the reader may approve. */
  readonly otherApprovers: number;
  readonly last: { readonly approvedBy: string | null; readonly approvedAt: Date; readonly hash: string } | null;
}

/** The roster of an edition as its office reads it. */
@Injectable()
export class RosterQueryService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: LedgerService,
  ) {}

  /** What is shown and its hash are of one moment. The ledger is told. @throws DomainError `not-found` */
  async read(slug: string, reader: string): Promise<RosterView> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const [edition] = await manager.query<{ id: string }[]>('select id from editions where slug = $1', [slug]);
      if (!edition) throw new DomainError('not-found', { edition: slug });
      const places = await rosterPlaces(manager, edition.id);
      const changes = await linesOf(manager, edition.id, reader);
      const addresses = await addressesOf(manager, edition.id, reader);
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: reader, edition: edition.id },
        body: { what: 'judge-roster', rows: changes.length + addresses.length },
      });
      return {
        judges: places.filter(({ isActive }) => isActive).length,
        ...{ changes, addresses },
        hash: rosterFor(edition.id, places, reader).hash,
        otherApprovers: await otherApprovers(manager, edition.id, 'judge-roster.approve', reader),
        last: await lastApproval(manager, edition.id),
      };
    });
  }
}

async function linesOf(manager: EntityManager, editionId: string, reader: string): Promise<RosterLine[]> {
  const rows = await manager.query<RosterLine[]>(
    `select j.id, u.display_name as name, u.email, j.kind, j.employer,
       case when u.id is null or u.disabled_at is not null then 'disabled' when d.user_id is null then 'none'
         else 'signs-in' end as account,
       case when l.id is not null then json_build_object('zh', l.name_zh, 'en', l.name_en) end as organisation,
       c.kind as change, c.reason, p.display_name as "proposedBy", c.proposed_at as "proposedAt", c.proposed_by = $2 as "isOwn",
       j.user_id is not distinct from $2 as "isOneself"
     from roster_changes c join judges j on j.id = c.judge_id left join users u on u.id = j.user_id
     left join credentials d on d.user_id = u.id
     left join organisation_labels l on l.id = j.employer_id left join users p on p.id = c.proposed_by
     where j.edition_id = $1 and c.outcome is null`,
    [editionId, reader],
  );
  const named = byName(rows);
  return [
    ...named.filter(({ change }) => change === 'addition'),
    ...named.filter(({ change }) => change === 'removal'),
  ];
}

async function addressesOf(manager: EntityManager, editionId: string, reader: string): Promise<PendingAddress[]> {
  const rows = await manager.query<PendingAddress[]>(
    `select j.id, u.display_name as name, u.email, c.email as "newEmail", p.display_name as "proposedBy",
       c.proposed_at as "proposedAt", c.proposed_by = $2 as "isOwn", j.user_id is not distinct from $2 as "isOneself"
     from judge_contact_changes c join judges j on j.id = c.judge_id left join users u on u.id = j.user_id
     left join users p on p.id = c.proposed_by where j.edition_id = $1 and c.outcome is null`,
    [editionId, reader],
  );
  return byName(rows);
}

async function lastApproval(manager: EntityManager, editionId: string): Promise<RosterView['last']> {
  const rows = await manager.query<NonNullable<RosterView['last']>[]>(
    `select u.display_name as "approvedBy", a.recorded_at as "approvedAt", encode(a.hash, 'hex') as hash
     from roster_approvals a left join users u on u.id = a.approved_by
     where a.edition_id = $1 order by a.id desc limit 1`,
    [editionId],
  );
  return rows[0] ?? null;
}
