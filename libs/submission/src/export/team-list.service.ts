import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { BilingualText } from '#domain';
import { LedgerService } from '#ledger';
import { editionBySlug } from '../import/import-rows.js';

export const teamLists = ['sign-in', 'contacts'] as const;
/** 签到表, to sign at the door, or 通讯录, to call people. */
export type TeamListKind = (typeof teamLists)[number];

export interface TeamListPerson {
  readonly role: 'lead' | 'member' | 'adviser';
  readonly name: string;
  /** Null, as `phone` and `email`, also where the person no longer agrees to their storage. */
  readonly latinName: string | null;
  readonly organisation: string | null;
  /** Null in a sign-in sheet, as `email`. */
  readonly phone: string | null;
  readonly email: string | null;
}

export interface TeamListEntry {
  readonly number: number;
  readonly title: string;
  readonly track: string;
  readonly people: readonly TeamListPerson[];
}

interface NamedChoice {
  readonly key: string;
  readonly name: BilingualText;
}

export interface TeamListPage {
  /** On which entries stand, in their order. */
  readonly tracks: readonly NamedChoice[];
  /** Their keys are ids; in each, entries stand. */
  readonly stages: readonly NamedChoice[];
  readonly entries: readonly TeamListEntry[];
  /** Over all pages. */
  readonly total: number;
  /** How many entries there are up to the end of this page; null on the last. */
  readonly nextAfter: number | null;
}

export interface TeamListQuery {
  readonly kind: TeamListKind;
  /** Key of a track; undefined for all. */
  readonly track?: string;
  /** Id of a stage whose entries are listed; undefined for all that were not withdrawn. */
  readonly stage?: string;
  /** How many entries are passed over. */
  readonly after: number;
  readonly limit: number;
}

type Row = TeamListEntry & { readonly total: number };

/** The people of the teams for paper, track by track: whoever stands in a stage, or all. */
@Injectable()
export class TeamListService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: LedgerService,
  ) {}

  /** Nobody of an entry that concerns the reader. The ledger is told of each page. @throws DomainError `not-found` */
  async page(slug: string, query: TeamListQuery, reader: string): Promise<TeamListPage> {
    return this.dataSource.transaction(async (manager) => {
      const editionId = await editionBySlug(manager, slug);
      const rows = await pageRows(manager, editionId, query, reader);
      const total = rows[0]?.total ?? 0;
      const end = query.after + rows.length;
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: reader, edition: editionId },
        body: { what: `print-${query.kind}`, after: query.after, rows: rows.length },
      });
      return {
        ...(await choices(manager, editionId)),
        entries: rows.map(({ total: _total, ...entry }) => entry),
        total,
        nextAfter: end < total ? end : null,
      };
    });
  }
}

async function pageRows(
  manager: EntityManager,
  editionId: string,
  query: TeamListQuery,
  reader: string,
): Promise<Row[]> {
  const { kind, track = null, stage = null, after, limit } = query;
  return manager.query<Row[]>(
    `select e.number, e.title, t.key as track, count(*) over ()::int as total,
         (select coalesce(json_agg(json_build_object('role', m.role, 'name', m.name, 'latinName', case when not w.yes then
            m.latin_name end, 'organisation', m.organisation, 'phone', c.phone, 'email', c.email) order by m.position), '[]')
          from team_members m cross join lateral (select contacts_are_withheld(
            case when m.role = 'lead' then e.lead_user_id else m.user_id end) as yes) w
          left join member_contacts c on c.member_id = m.public_id and $6 and not w.yes
          where m.entry_id = e.id) as people
       from entries e join tracks t on t.id = e.track_id
       where e.edition_id = $1 and e.state = 'submitted' and ($2::text is null or t.key = $2)
         and e.id not in (select conflicted_entries($7))
         and ($3::uuid is null or exists (select from stage_entries x where x.entry_id = e.id and x.stage_id = $3
           and coalesce(x.outcome, '') not in ('retired', 'forfeit')))
       order by t.position, t.key collate "C", e.number offset $4 limit $5`,
    [editionId, track, stage, after, limit, kind === 'contacts', reader],
  );
}

async function choices(manager: EntityManager, editionId: string): Promise<Pick<TeamListPage, 'tracks' | 'stages'>> {
  const name = (table: string) => `json_build_object('zh', ${table}.name_zh, 'en', ${table}.name_en) as name`;
  const tracks = await manager.query<NamedChoice[]>(
    `select t.key, ${name('t')} from tracks t where t.edition_id = $1 and exists (select from entries e
         where e.track_id = t.id and e.state = 'submitted') order by t.position, t.key collate "C"`,
    [editionId],
  );
  const stages = await manager.query<NamedChoice[]>(
    `select s.id as key, ${name('s')} from stages s where s.edition_id = $1
         and exists (select from stage_entries x where x.stage_id = s.id) order by s.position, s.id`,
    [editionId],
  );
  return { tracks, stages };
}
