import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError, fieldProblem, type FormDefinition, organisationKey, type TranslationState } from '#domain';
import { LedgerService } from '#ledger';
import { countryOrRegion, type CountryOrRegion } from './country-or-region.js';
import { isWritable } from './deadline/entry-phase.js';
import type { EntryAnswers } from './entry-answers.js';
import { keptDraft, type KeptDraft } from './entry-draft.service.js';
import { EntryFormService } from './form/entry-form.service.js';

interface Name {
  readonly zh: string;
  readonly en: string;
}

export interface OwnEntrySummary {
  readonly publicId: string;
  readonly edition: { readonly slug: string; readonly name: Name; readonly isDemo: boolean };
  readonly number: number | null;
  readonly state: 'draft' | 'submitted' | 'withdrawn';
  readonly title: string;
  readonly track: { readonly name: Name };
  readonly submittedAt: Date | null;
  /** Whether the entry can be changed now: before the deadline, by an extension, or late by the rule. */
  readonly isOpen: boolean;
}

export interface OwnEntry extends OwnEntrySummary {
  readonly id: string;
  readonly answers: EntryAnswers;
  /** Of the latest version: 0 while it is a draft. */
  readonly version: number;
  readonly form: AskedForm;
  /** Whether the reader leads the entry: submits, withdraws, and sees to the team. */
  readonly isLead: boolean;
  /** Whether the reader may change answers and files. */
  readonly mayEdit: boolean;
  /** What was typed since the answers were kept. */
  readonly draft: KeptDraft;
}

/** The form that an entry is filled in on. */
export interface AskedForm {
  /** 0 where the edition has published none. */
  readonly number: number;
  readonly definition: FormDefinition;
  /** Of a later form that the team may take instead. */
  readonly newerNumber: number | null;
}

export interface ListedEntry {
  readonly publicId: string;
  readonly number: number;
  readonly state: 'submitted' | 'withdrawn';
  readonly title: string;
  readonly track: { readonly name: Name };
  readonly fieldGroup: { readonly name: Name } | null;
  readonly country: CountryOrRegion;
  readonly nominatingBody: string | null;
  /** What the register takes it for. */
  readonly nominatingOrganisation: Name | null;
  readonly lead: string | null;
  readonly submittedAt: Date;
  /** How the translation into the entry's other language stands. */
  readonly translation: TranslationState;
  readonly eligibility: 'passed' | 'passed-once' | 'needs-correction' | 'failed' | null;
}

export interface EntryPage {
  readonly entries: readonly ListedEntry[];
  readonly total: number;
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

interface FormColumns {
  readonly trackId: string;
  readonly formVersionId: string | null;
}

const name = (table: string) => `json_build_object('zh', ${table}.name_zh, 'en', ${table}.name_en)`;
const ownColumns = `e.id, e.public_id as "publicId", e.number, e.state, e.title, e.submitted_at as "submittedAt",
  json_build_object('slug', d.slug, 'name', ${name('d')}, 'isDemo', d.is_demo) as edition,
  json_build_object('name', ${name('t')}) as track, ${isWritable('now()')} as "isOpen"`;
const ownTables = `entries e join editions d on d.id = e.edition_id join tracks t on t.id = e.track_id`;
// By any of the names of what they stand for.
const organisationsNamedLike = `select s.id from organisation_survivors s
  join organisation_survivors o on o.survivor_id = s.survivor_id join organisation_names n on n.organisation_id = o.id
  where n.removed_at is null and position($5 in n.key) > 0`;

/** Entries as their teams and the organisers read them. */
@Injectable()
export class EntryQueryService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: LedgerService,
    private readonly forms: EntryFormService,
  ) {}

  /** The person's entries, newest first. */
  async mine(userId: string): Promise<OwnEntrySummary[]> {
    return this.dataSource.query<OwnEntrySummary[]>(
      `select ${ownColumns} from ${ownTables} where e.lead_user_id = $1 or e.id in (select m.entry_id from team_members m where m.user_id = $1)
       order by e.recorded_at desc, e.id desc limit 200`,
      [userId],
    );
  }

  /** @throws DomainError `not-found` where the entry is not the person's. */
  async own(publicId: string, userId: string): Promise<OwnEntry> {
    const rows = await this.dataSource.query<(OwnEntry & FormColumns)[]>(
      `select ${ownColumns}, (select count(*)::int from entry_versions v where v.entry_id = e.id) as version,
         coalesce(e.lead_user_id = $2, false) as "isLead", entry_is_edited_by(e, $2) as "mayEdit",
         e.track_id as "trackId", e.form_version_id as "formVersionId",
         json_build_object('trackKey', t.key, 'fieldGroupKey', f.key, 'divisionKey', v.key,
           'enterpriseProblemNumber', p.number, 'countryCode', e.country_code, 'title', e.title, 'summary', e.summary,
           'language', e.language, 'nominatingBody', e.nominating_body, 'formAnswers', e.form_answers,
           'members', (select coalesce(json_agg(json_build_object('id', m.public_id, 'role', m.role, 'name', m.name,
              'organisation', m.organisation) order by m.position), '[]') from team_members m where m.entry_id = e.id)
         ) as answers
       from ${ownTables} left join field_groups f on f.id = e.field_group_id left join divisions v on v.id = e.division_id
       left join enterprise_problems p on p.id = e.enterprise_problem_id
       where e.public_id = $1 and entry_is_read_by(e, $2)`,
      [publicId, userId],
    );
    if (!rows[0]) throw new DomainError('not-found', { entry: publicId });
    const { trackId, formVersionId, ...entry } = rows[0];
    const isDraft = entry.state === 'draft';
    const { manager } = this.dataSource;
    const form = await this.forms.asked(manager, { trackId, formVersionId, isDraft });
    return { ...entry, form, draft: await keptDraft(manager, entry.id) };
  }

  /**
   * Submitted and withdrawn entries of an edition by number. `q` is looked for in title and nominating body, under
   * whichever of its names it stands there, or is a number; none that concerns the reader. Each page read is an event.
   *
   * @throws DomainError `request-invalid` for a cursor that is none, `not-found` for an unknown edition
   */
  async page(
    slug: string,
    given: {
      readonly cursor?: string;
      readonly limit: number;
      readonly q?: string;
      readonly translation?: TranslationState;
    },
    readerId: string,
  ): Promise<EntryPage> {
    const { cursor, limit, q, translation } = given;
    const after = cursor === undefined ? 0 : readCursor(cursor);
    const search = (q ?? '').trim();
    return this.dataSource.transaction(async (manager) => {
      const rows = await manager.query<(Omit<ListedEntry, 'country'> & { code: string; total: number })[]>(
        `with found as (
           select e.*, s.state as translation from entries e join editions d on d.id = e.edition_id
           join entry_translation_standings s on s.entry_id = e.id
           where ($6::text is null or s.state = $6) and d.slug = $1 and e.state <> 'draft' and e.id not in (select conflicted_entries($7)) and ($2 = '' or e.number::text = $2
             or position(lower($2) in lower(e.title)) > 0 or position(lower($2) in lower(coalesce(e.nominating_body, ''))) > 0
             or $5 <> '' and e.nominating_body_id in (${organisationsNamedLike}))
         )
         select e.public_id as "publicId", e.number, e.state, e.title, e.translation, json_build_object('name', ${name('t')}) as track,
           case when f.id is not null then json_build_object('name', ${name('f')}) end as "fieldGroup",
           e.country_code as code, e.nominating_body as "nominatingBody", e.submitted_at as "submittedAt",
           case when b.id is not null then json_build_object('zh', b.name_zh, 'en', b.name_en) end as "nominatingOrganisation",
           (select m.name from team_members m where m.entry_id = e.id and m.role = 'lead') as lead,
           (select c.outcome from eligibility_checks c where c.entry_id = e.id order by c.number desc limit 1) as eligibility,
           (select count(*)::int from found) as total
         from found e join tracks t on t.id = e.track_id left join field_groups f on f.id = e.field_group_id
         left join organisation_labels b on b.id = e.nominating_body_id
         where e.number > $3 order by e.number limit $4`,
        [slug, search, after, limit + 1, organisationKey(search), translation ?? null, readerId],
      );
      const entries = rows.slice(0, limit).map(({ code, total: _, ...row }) => ({ ...row, country: countryOf(code) }));
      const last = entries.at(-1);
      const nextCursor = rows.length > limit && last ? Buffer.from(String(last.number)).toString('base64url') : null;
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: readerId, edition: await editionOf(manager, slug) },
        // What was looked for may be a name: the ledger is told only that something was.
        body: { what: 'entries', afterNumber: after, isSearch: search !== '', rows: entries.length },
      });
      return { entries, total: rows[0]?.total ?? 0, nextCursor };
    });
  }
}

async function editionOf(manager: EntityManager, slug: string): Promise<string> {
  const rows = await manager.query<{ id: string }[]>('select id from editions where slug = $1', [slug]);
  if (!rows[0]) throw new DomainError('not-found', { edition: slug });
  return rows[0].id;
}

/** @throws DomainError `request-invalid` */
function readCursor(cursor: string): number {
  const number = Buffer.from(cursor, 'base64url').toString();
  if (!/^[1-9][0-9]{0,8}$/.test(number)) {
    throw new DomainError('request-invalid', { problems: [fieldProblem('cursor', 'field-invalid')] });
  }
  return Number(number);
}

function countryOf(code: string): CountryOrRegion {
  return countryOrRegion(code) ?? { code, name: { zh: code, en: code } };
}
