import { Injectable } from '@nestjs/common';
import { DomainError, fieldProblem } from '#domain';
import type { IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { ledEntry } from './team-entry.js';
import { TeamTransaction } from './team-transaction.js';

/** A person or an employer that a team asks to be kept away as judge. */
export interface Avoidance {
  readonly kind: 'person' | 'employer';
  /** 1 to 200 characters. */
  readonly name: string;
  /** 1 to 500 characters. */
  readonly reason: string;
}

export interface EditionAvoidance extends Avoidance {
  /** When the lead named it. */
  readonly recordedAt: Date;
  /** In the team's own list, from 1. */
  readonly position: number;
  readonly entry: { readonly publicId: string; readonly number: number; readonly title: string };
}

export interface AvoidanceQuery {
  /** Number of the entry before the page. */
  readonly after: number;
  /** About how many rows: what one entry names stays together. */
  readonly limit: number;
  readonly kind?: Avoidance['kind'] | undefined;
  /** Looked for in names and titles, or the number of an entry. */
  readonly q?: string | undefined;
}

export interface AvoidancePage {
  readonly avoidances: readonly EditionAvoidance[];
  /** Rows of all pages. */
  readonly total: number;
  /** Number of the last entry, where there are more. */
  readonly next: number | null;
}

/** Names in one list, and the database's own limit. */
export const mostAvoidances = 3;

/** 申请回避: set by the lead of a team, read by whoever assigns judges, and by nobody else. */
@Injectable()
export class AvoidanceService {
  constructor(
    private readonly transaction: TeamTransaction,
    private readonly ledger: LedgerService,
  ) {}

  /** Replaces the list. @throws DomainError `not-found`, `lead-only`, `entry-withdrawn`, `request-invalid` */
  async set(request: IdempotentRequest, publicId: string, given: readonly Avoidance[]): Promise<void> {
    const list = given.map((one) => ({ ...one, name: one.name.trim(), reason: one.reason.trim() }));
    assertWhole(list);
    await this.transaction.once(request, async (manager) => {
      const entry = await ledEntry(manager, publicId, request.userId);
      await manager.query('delete from avoidances where entry_id = $1', [entry.id]);
      await manager.query(
        `insert into avoidances (entry_id, position, kind, name, reason)
         select $1, position, kind, name, reason
         from jsonb_to_recordset($2::jsonb) as g (position smallint, kind text, name text, reason text)`,
        [entry.id, JSON.stringify(list.map((one, index) => ({ ...one, position: index + 1 })))],
      );
      await this.ledger.record(manager, {
        kind: 'avoidances-set',
        subject: { edition: entry.editionId, entry: entry.id },
        body: { actor: request.userId, count: list.length },
      });
    });
  }

  /** The lead's own list. @throws DomainError `not-found` for everybody else, of the team too */
  async own(publicId: string, userId: string): Promise<Avoidance[]> {
    const [entry] = await this.transaction.dataSource.query<{ list: Avoidance[] }[]>(
      `select (select coalesce(json_agg(json_build_object('kind', a.kind, 'name', a.name, 'reason', a.reason)
          order by a.position), '[]') from avoidances a where a.entry_id = e.id) as list
       from entries e where e.public_id = $1 and e.lead_user_id = $2`,
      [publicId, userId],
    );
    if (!entry) throw new DomainError('not-found', { entry: publicId });
    return entry.list;
  }

  /**
   * Those of an edition's submitted entries that don't concern the reader, by number, a page at a time, for the assigner; the reading is a ledger event.
   *
   * @throws DomainError `not-found`
   */
  async ofEdition(slug: string, asked: AvoidanceQuery, readerId: string): Promise<AvoidancePage> {
    const { after, limit, kind = null } = asked;
    const search = (asked.q ?? '').trim();
    return this.transaction.dataSource.transaction(async (manager) => {
      const [edition] = await manager.query<{ id: string }[]>('select id from editions where slug = $1', [slug]);
      if (!edition) throw new DomainError('not-found', { edition: slug });
      const rows = await manager.query<(EditionAvoidance & { total: number })[]>(
        `with found as (
           select e.public_id, e.number, e.title, a.position, a.kind, a.name, a.reason, a.recorded_at
           from avoidances a join entries e on e.id = a.entry_id
           where e.edition_id = $1 and e.state = 'submitted' and ($2::text is null or a.kind = $2)
             and e.id not in (select conflicted_entries($6))
             and ($3 = '' or position(lower($3) in lower(a.name)) > 0 or e.number::text = $3
               or position(lower($3) in lower(e.title)) > 0))
         select kind, name, reason, recorded_at as "recordedAt", position,
           json_build_object('publicId', public_id, 'number', number, 'title', title) as entry,
           (select count(*)::int from found) as total
         from found where number > $4 order by number, position limit $5`,
        [edition.id, kind, search, after, limit + mostAvoidances, readerId],
      );
      const page = wholeEntries(rows, limit);
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: readerId, edition: edition.id },
        body: { what: 'avoidances', isSearch: search !== '', rows: page.avoidances.length },
      });
      return page;
    });
  }
}

/** @param rows up to the rest of one entry more than the page takes */
function wholeEntries(rows: readonly (EditionAvoidance & { total: number })[], limit: number): AvoidancePage {
  const cut = rows[limit]?.entry.number ?? Infinity;
  const first = rows[0]?.entry.number;
  const kept = rows.filter(({ entry }) => entry.number < cut || entry.number === first);
  const isAll = kept.length === rows.length;
  return {
    avoidances: kept.map(({ total: _, ...one }) => one),
    total: rows[0]?.total ?? 0,
    next: isAll ? null : (kept.at(-1)?.entry.number ?? null),
  };
}

function assertWhole(list: readonly Avoidance[]): void {
  const problems = [
    ...(list.length > mostAvoidances
      ? [fieldProblem('avoidances', 'too-many-items', { maximum: mostAvoidances })]
      : []),
    ...list.flatMap(({ name, reason }, index) => [
      ...(name === '' ? [fieldProblem(`avoidances[${index}].name`, 'field-missing')] : []),
      ...(reason === '' ? [fieldProblem(`avoidances[${index}].reason`, 'field-missing')] : []),
    ]),
  ];
  if (problems.length > 0) throw new DomainError('request-invalid', { problems });
}
