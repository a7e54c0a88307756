import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import {
  canonicalJson,
  DomainError,
  type FormDefinition,
  isPersonal,
  ownFields,
  sha256Hex,
  type LedgerValue,
} from '#domain';
import type { LedgerService } from '#ledger';
import { freezeFiles } from './file/freeze-files.js';

export interface SubmittedEntry {
  readonly id: string;
  readonly publicId: string;
  readonly editionId: string;
  /** Within the edition, from 1. */
  readonly number: number;
  readonly submittedAt: Date;
  readonly version: number;
  /** Of the ledger event, whose hash (64 hex digits) is the receipt. */
  readonly eventId: string;
  readonly receipt: string;
}

export interface NewVersions {
  readonly entryIds: readonly string[];
  /** User id. */
  readonly actor: string;
  readonly occurredOn?: string;
  readonly kind: 'entry-submitted' | 'entry-revised';
  /** After the deadline, by the edition's rule. */
  readonly isLate?: boolean;
}

interface SubmittedRow {
  readonly id: string;
  readonly public_id: string;
  readonly number: number;
  readonly submitted_at: Date;
  readonly version: number;
  readonly answers: { readonly [key: string]: LedgerValue };
  readonly form_version_id: string | null;
  readonly form_document: FormDefinition | null;
  readonly form_answers: { readonly [key: string]: LedgerValue };
}

/**
 * Submits drafts, in the order given: number, version with its hash, ledger event.
 *
 * @throws DomainError `enterprise-problem-missing` where a track requires one
 */
export async function submitDrafts(
  manager: EntityManager,
  ledger: LedgerService,
  editionId: string,
  given: Omit<NewVersions, 'kind'>,
): Promise<SubmittedEntry[]> {
  await assertProblemsNamed(manager, given.entryIds);
  await manager.query(
    `with counter as (
       update entry_counters set last_number = last_number + cardinality($2::uuid[]) where edition_id = $1
       returning last_number - cardinality($2::uuid[]) as before
     )
     update entries e set state = 'submitted', submitted_at = now(), number = c.before + g.position, is_late = $3
     from counter c, unnest($2::uuid[]) with ordinality as g (id, position) where e.id = g.id and e.state = 'draft'`,
    [editionId, given.entryIds, given.isLate ?? false],
  );
  return writeVersions(manager, ledger, editionId, { ...given, kind: 'entry-submitted' });
}

/** Writes the next version of submitted entries as they stand now, each with its event. */
export async function writeVersions(
  manager: EntityManager,
  ledger: LedgerService,
  editionId: string,
  given: NewVersions,
): Promise<SubmittedEntry[]> {
  const rows = await currentAnswers(manager, given.entryIds);
  const frozen = await frozenAnswers(manager, ledger, rows);
  const files = await freezeFiles(manager, ledger, rows);
  const versions = rows.map((row, index) => {
    const canonical = canonicalJson({ ...(frozen[index] ?? row.answers), files: files.get(row.id) ?? [] });
    return { id: uuidv7(), row, canonical, hash: sha256Hex(canonical) };
  });
  // Title and summary could be guessed from a bare hash after their erasure: the ledger is told a salted one.
  const commitments = await ledger.commitments(
    manager,
    'entry-answers',
    versions.map(({ row, canonical }) => ({ subjectId: row.id, value: canonical })),
  );
  const receipts = await ledger.recordMany(
    manager,
    versions.map(({ row }, index) => ({
      kind: given.kind,
      subject: { edition: editionId, entry: row.id },
      body: {
        ...{ actor: given.actor, number: row.number, version: row.version, answers: commitments[index] ?? null },
        ...(given.isLate ? { isLate: true } : {}),
      },
      ...(given.occurredOn === undefined ? {} : { occurredOn: given.occurredOn }),
    })),
  );
  await manager.query(
    `insert into entry_versions (id, entry_id, number, answers, hash, event_id)
     select id, entry_id, number, answers::jsonb, decode(hash, 'hex'), event_id
     from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::text[], $5::text[], $6::uuid[])
       as given (id, entry_id, number, answers, hash, event_id)`,
    [
      ...[versions.map(({ id }) => id), versions.map(({ row }) => row.id), versions.map(({ row }) => row.version)],
      ...[versions.map(({ canonical }) => canonical), versions.map(({ hash }) => hash)],
      receipts.map(({ id }) => id),
    ],
  );
  return versions.map(({ row }, index) => ({
    id: row.id,
    publicId: row.public_id,
    editionId,
    number: row.number,
    submittedAt: row.submitted_at,
    version: row.version,
    eventId: receipts[index]?.id ?? '',
    receipt: receipts[index]?.hash ?? '',
  }));
}

/**
 * The answers that a version freezes. People stand in it by the ids of their rows only: their names can then be erased
 * and the version's hash still verifies.
 */
async function currentAnswers(manager: EntityManager, entryIds: readonly string[]): Promise<SubmittedRow[]> {
  return manager.query<SubmittedRow[]>(
    `select e.id, e.public_id, e.number, e.submitted_at,
       1 + (select count(*)::int from entry_versions v where v.entry_id = e.id) as version,
       jsonb_build_object('track', e.track_id, 'fieldGroup', e.field_group_id, 'division', e.division_id,
         'enterpriseProblem', e.enterprise_problem_id, 'countryCode', e.country_code, 'title', e.title,
         'summary', e.summary, 'language', e.language, 'nominatingBody', e.nominating_body,
         'members', (select coalesce(jsonb_agg(m.id order by m.position), '[]') from team_members m where m.entry_id = e.id)
       ) as answers,
       e.form_version_id, f.document as form_document, e.form_answers
     from unnest($1::uuid[]) with ordinality as g (id, position) join entries e on e.id = g.id
     left join form_versions f on f.id = e.form_version_id order by g.position`,
    [entryIds],
  );
}

async function assertProblemsNamed(manager: EntityManager, entryIds: readonly string[]): Promise<void> {
  const rows = await manager.query<{ title: string }[]>(
    `select title from entries where id = any ($1) and track_requires_problem and enterprise_problem_id is null limit 1`,
    [entryIds],
  );
  if (rows[0]) throw new DomainError('enterprise-problem-missing', { path: 'enterpriseProblemNumber' });
}

/**
 * Beside the core answers, those to the entry's form. What names or reaches a person stands in a version as one salted
 * commitment: it can be erased, and the version's hash still verifies.
 */
async function frozenAnswers(
  manager: EntityManager,
  ledger: LedgerService,
  rows: readonly SubmittedRow[],
): Promise<{ readonly [key: string]: LedgerValue }[]> {
  const parts = rows.map((row) => {
    const personal = new Set(
      row.form_document
        ? ownFields(row.form_document)
            .filter(isPersonal)
            .map(({ key }) => key)
        : [],
    );
    const split = (keeps: boolean) =>
      Object.fromEntries(Object.entries(row.form_answers).filter(([key]) => personal.has(key) === keeps));
    return { row, open: split(false), personal: split(true) };
  });
  const told = parts.filter(({ personal }) => Object.keys(personal).length > 0);
  const values = told.map(({ row, personal }) => ({ subjectId: row.id, value: canonicalJson(personal) }));
  const kind = 'entry-personal-answers';
  const commitments = values.length === 0 ? [] : await ledger.commitments(manager, kind, values);
  const commitmentOf = new Map(told.map(({ row }, index) => [row.id, commitments[index] ?? null]));
  return parts.map(({ row, open }) => {
    if (row.form_version_id === null) return row.answers;
    const personal = commitmentOf.get(row.id) ?? null;
    return { ...row.answers, form: row.form_version_id, formAnswers: open, personalAnswers: personal };
  });
}
