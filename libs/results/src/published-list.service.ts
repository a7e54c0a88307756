import { DomainError } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface Bilingual {
  zh: string;
  en: string;
}

export interface PublishedListSummary {
  publicId: string;
  contest: { key: string; name: Bilingual };
  edition: { slug: string; name: Bilingual; isDemo: boolean };
  number: number;
  hash: string;
  items: number;
  frozenAt: Date;
  publishedAt: Date;
  /** The day of the act where it lies in the past of the record, YYYY-MM-DD. */
  occurredOn: string | null;
  /** A newer published version replaces it; both stay reachable. */
  supersededBy: string | null;
  supersededByNumber: number | null;
}

export interface PublishedItem {
  position: number;
  stageKey: string;
  stageName: Bilingual;
  tierKey: string;
  tierName: Bilingual;
  quota: number;
  entryNumber: number | null;
  title: string | null;
  countryCode: string | null;
  trackName: Bilingual | null;
  fieldGroupName: Bilingual | null;
  nominatingBody: string | null;
  /** The team lead as typed; null once erased or not agreed. */
  lead: string | null;
  /** 64 hex digits: SHA-256 of the salt's bytes and the title (or lead) is the commitment in the canonical JSON. */
  titleSalt: string | null;
  leadSalt: string | null;
  rank: number | null;
  score: string | null;
}

/** A published list that an entry's stage is on, whether or not the entry is. */
export interface EntryList {
  publicId: string;
  publishedAt: Date;
}

/** A place on a published list. */
export interface OwnOutcome {
  /** Public id of the list. */
  list: string;
  number: number;
  publishedAt: Date;
  stage: Bilingual;
  tier: Bilingual;
}

export interface PublishedRun {
  stageKey: string;
  stageName: Bilingual;
  fence: number;
  rulesHash: string;
  inputsHash: string;
  outputsHash: string;
}

export interface PublishedList extends PublishedListSummary {
  /** The canonical JSON whose SHA-256 is `hash`. */
  canonical: string;
  reasonCode: string | null;
  rows: PublishedItem[];
  runs: PublishedRun[];
}

const summaryColumns = `
  v.public_id as "publicId", json_build_object('key', c.key, 'name', json_build_object('zh', c.name_zh, 'en', c.name_en)) as contest,
  json_build_object('slug', d.slug, 'name', json_build_object('zh', d.name_zh, 'en', d.name_en), 'isDemo', d.is_demo) as edition,
  v.number, encode(v.hash, 'hex') as hash, v.frozen_at as "frozenAt", p.published_at as "publishedAt",
  to_char(p.occurred_on, 'YYYY-MM-DD') as "occurredOn", v.reason_code as "reasonCode",
  (select count(*)::int from award_list_items i where i.version_id = v.id and i.entry_id is not null) as items,
  newer.public_id as "supersededBy", newer.number as "supersededByNumber"`;

const summaryTables = `award_list_versions v
  join publications p on p.version_id = v.id
  join editions d on d.id = v.edition_id
  join contests c on c.id = d.contest_id
  left join lateral (
    select n.public_id, n.number from award_list_versions n join publications np on np.version_id = n.id
     where n.edition_id = v.edition_id and n.number > v.number order by n.number desc limit 1) newer on true`;

/** Reads what is public of the award lists: published versions alone. */
@Injectable()
export class PublishedListService {
  constructor(private readonly dataSource: DataSource) {}

  /** Every published list, newest first. */
  async lists(): Promise<PublishedListSummary[]> {
    return this.dataSource.query<PublishedListSummary[]>(
      `select ${summaryColumns} from ${summaryTables} order by p.published_at desc, v.id desc limit 500`,
    );
  }

  /** One published list whole. @throws DomainError `not-found` also for one that is only frozen. */
  async list(publicId: string): Promise<PublishedList> {
    const found = await this.dataSource.query<
      (PublishedListSummary & { id: string; canonical: string; reasonCode: string | null })[]
    >(`select ${summaryColumns}, v.id, v.canonical from ${summaryTables} where v.public_id = $1`, [publicId]);
    const head = found[0];
    if (head === undefined) throw new DomainError('not-found', {});
    const { id, ...summary } = head;
    return { ...summary, rows: await this.items(id), runs: await this.runs(id) };
  }

  /** The newest published list that counts for a stage in which the entry stands; null where there is none. */
  async ofEntry(entryPublicId: string): Promise<EntryList | null> {
    const rows = await this.dataSource.query<EntryList[]>(
      `select v.public_id as "publicId", p.published_at as "publishedAt" from entries e
       join award_list_versions v on v.edition_id = e.edition_id join publications p on p.version_id = v.id
       where e.public_id = $1 and exists (select from award_list_items i join award_tiers t on t.id = i.tier_id
         join stage_entries x on x.stage_id = t.stage_id where i.version_id = v.id and x.entry_id = e.id)
       order by v.number desc limit 1`,
      [entryPublicId],
    );
    return rows[0] ?? null;
  }

  /**
   * What the newest published lists say of a person's own entry, the newest first; empty before a list that names it.
   *
   * @throws DomainError `not-found` where the entry is not the person's
   */
  async ownOutcomes(entryPublicId: string, userId: string): Promise<OwnOutcome[]> {
    const [entry] = await this.dataSource.query<{ id: string }[]>(
      'select id from entries e where public_id = $1 and entry_is_read_by(e, $2)',
      [entryPublicId, userId],
    );
    if (!entry) throw new DomainError('not-found', { entry: entryPublicId });
    return this.dataSource.query<OwnOutcome[]>(
      `select v.public_id as list, v.number, p.published_at as "publishedAt",
         json_build_object('zh', s.name_zh, 'en', s.name_en) as stage,
         json_build_object('zh', t.name_zh, 'en', t.name_en) as tier
       from award_list_items i join award_list_versions v on v.id = i.version_id
       join publications p on p.version_id = v.id join award_tiers t on t.id = i.tier_id join stages s on s.id = t.stage_id
       where i.entry_id = $1 and not exists (select from award_list_versions n join publications np on np.version_id = n.id
         where n.edition_id = v.edition_id and n.number > v.number)
       order by p.published_at desc, i.position`,
      [entry.id],
    );
  }

  private async items(versionId: string): Promise<PublishedItem[]> {
    return this.dataSource.query<PublishedItem[]>(
      `select i.position, s.key as "stageKey", json_build_object('zh', s.name_zh, 'en', s.name_en) as "stageName",
              t.key as "tierKey", json_build_object('zh', t.name_zh, 'en', t.name_en) as "tierName", t.quota,
              e.number as "entryNumber", e.title, e.country_code as "countryCode",
              case when k.id is not null then json_build_object('zh', k.name_zh, 'en', k.name_en) end as "trackName",
              case when f.id is not null then json_build_object('zh', f.name_zh, 'en', f.name_en) end as "fieldGroupName",
              e.nominating_body as "nominatingBody", m.name as lead,
              encode(x.salt, 'hex') as "titleSalt", encode(y.salt, 'hex') as "leadSalt", i.rank, i.score::text as score
         from award_list_items i
         join award_tiers t on t.id = i.tier_id
         join stages s on s.id = t.stage_id
         left join entries e on e.id = i.entry_id
         left join tracks k on k.id = e.track_id
         left join field_groups f on f.id = e.field_group_id
         left join team_members m on m.entry_id = e.id and m.role = 'lead' and lead_is_published(e)
         left join commitment_salts x on x.subject_kind = 'entry-title' and x.subject_id = e.id
         left join commitment_salts y on y.subject_kind = 'entry-lead' and y.subject_id = e.id
          and lead_is_published(e)
        where i.version_id = $1 order by i.position`,
      [versionId],
    );
  }

  private async runs(versionId: string): Promise<PublishedRun[]> {
    return this.dataSource.query<PublishedRun[]>(
      `select s.key as "stageKey", json_build_object('zh', s.name_zh, 'en', s.name_en) as "stageName",
              r.fence::int as fence, encode(r.rules_hash, 'hex') as "rulesHash",
              encode(r.inputs_hash, 'hex') as "inputsHash", encode(r.outputs_hash, 'hex') as "outputsHash"
         from award_list_runs a join tally_runs r on r.id = a.run_id join stages s on s.id = r.stage_id
        where a.version_id = $1 order by s.position`,
      [versionId],
    );
  }
}
