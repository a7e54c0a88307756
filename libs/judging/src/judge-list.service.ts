import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type BilingualText, DomainError } from '#domain';
import { type EarlierEmployer, type JudgeFacts, latestFirst } from '#domain/roster/judge-facts';
import { LedgerService } from '#ledger';
import { judgeFactsColumns } from '#submission';
import { byName } from './by-name.js';
import { hasSubmitted } from './roster/roster-places.js';

export interface ListedJudge extends JudgeFacts {
  readonly id: string;
  /** Of the facts: from 1, one more with each change. */
  readonly version: number;
  /** Null where the account is gone, as `email`. */
  readonly name: string | null;
  readonly email: string | null;
  /** Awaits its second person. */
  readonly newEmail: string | null;
  /** What the register of organisations takes the employer for. */
  readonly organisation: BilingualText | null;
  /** The latest first, each with what the register takes it for. */
  readonly earlierEmployers: readonly (EarlierEmployer & { readonly organisation: BilingualText | null })[];
  /** `none` until a password is set: nobody signs in yet. */
  readonly account: 'none' | 'signs-in' | 'disabled';
  /** On the roster or not, or on the way onto it or off it once a second person has approved. */
  readonly place: 'on-roster' | 'off-roster' | 'addition-proposed' | 'removal-proposed';
  readonly invitation: JudgeInvitationState;
  /** Whether the judge has submitted a sheet: from then on a removal needs its reason. */
  readonly hasSubmitted: boolean;
}

/** How far a judge's newest invitation is. */
export interface JudgeInvitationState {
  readonly state: 'none' | 'invited' | 'opened' | 'expired' | 'taken-back' | 'accepted' | 'declined';
  /** When it came to be so, ISO 8601; null where there was none. */
  readonly at: string | null;
  /** Why the judge declined. */
  readonly reason: string | null;
  /** Of the commitment that was signed. */
  readonly commitment: string | null;
}

export interface JudgePage {
  readonly judges: readonly ListedJudge[];
  /** Over all pages. */
  readonly total: number;
  /** How many there are up to the end of this page; null on the last. */
  readonly nextAfter: number | null;
}

interface JudgeQuery {
  readonly q: string;
  /** How many are passed over. */
  readonly after: number;
  readonly limit: number;
}

/** The judges of an edition as its office reads them. */
@Injectable()
export class JudgeListService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * By name as people look for it (Chinese names by their pinyin), those without one last. The ledger is told of each
   * page.
   *
   * @param q part of a name, address, keyword or employer, also an earlier one or another name of the same organisation
   * @throws DomainError `not-found`
   */
  async page(slug: string, query: JudgeQuery, reader: string): Promise<JudgePage> {
    return this.dataSource.transaction(async (manager) => {
      const [edition] = await manager.query<{ id: string }[]>('select id from editions where slug = $1', [slug]);
      if (!edition) throw new DomainError('not-found', { edition: slug });
      const page = await read(manager, edition.id, query);
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: reader, edition: edition.id },
        // What was looked for may be a name or an address: the ledger is told only that something was.
        body: { what: 'judges', after: query.after, isSearch: query.q.trim() !== '', rows: page.judges.length },
      });
      return page;
    });
  }
}

async function read(manager: EntityManager, editionId: string, { q, after, limit }: JudgeQuery): Promise<JudgePage> {
  const rows = await manager.query<ListedJudge[]>(
    `select j.id, j.version, ${judgeFactsColumns}, u.display_name as name, u.email,
         (select x.email from judge_contact_changes x where x.judge_id = j.id and x.outcome is null) as "newEmail",
         case when l.id is not null then json_build_object('zh', l.name_zh, 'en', l.name_en) end as organisation,
         case when u.id is null or u.disabled_at is not null then 'disabled' when c.user_id is null then 'none'
           else 'signs-in' end as account,
         case when r.id is not null then r.kind || '-proposed' when j.is_active then 'on-roster'
           else 'off-roster' end as place, json_build_object(
           'state', case when i.id is null then 'none' when i.answer is not null then i.answer
             when i.revoked_at is not null then 'taken-back' when i.expires_at < now() then 'expired' when i.opened_at is not null then 'opened' else 'invited' end,
           'at', case when i.answer is not null then i.answered_at when i.revoked_at is not null then i.revoked_at
             when i.expires_at < now() then i.expires_at
             else coalesce(i.opened_at, i.recorded_at) end,
           'reason', i.reason, 'commitment', i.commitment_version) as invitation, ${hasSubmitted} as "hasSubmitted"
       from judges j left join users u on u.id = j.user_id left join credentials c on c.user_id = u.id
       left join organisation_labels l on l.id = j.employer_id
       left join lateral (select * from judge_invitations x where x.judge_id = j.id order by x.id desc limit 1) i on true
       left join roster_changes r on r.judge_id = j.id and r.outcome is null
       where j.edition_id = $1 and ($2 = '' or position(lower($2) in lower(concat_ws(' ', u.display_name, u.email,
         j.employer, l.name_zh, l.name_en, array_to_string(j.keywords, ' '), (select string_agg(concat_ws(' ', x.name,
           y.name_zh, y.name_en), ' ') from judge_employers x left join organisation_labels y on y.id = x.organisation_id
           where x.judge_id = j.id)))) > 0)`,
    [editionId, q.trim()],
  );
  const total = rows.length;
  const judges = byName(rows)
    .slice(after, after + limit)
    .map((row) => ({ ...row, earlierEmployers: latestFirst(row.earlierEmployers) }));
  return { judges, total, nextAfter: after + judges.length < total ? after + judges.length : null };
}
