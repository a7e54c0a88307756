import type { EntityManager } from 'typeorm';
import { identifyingTerms, type IdentifyingTerm, termsWithin } from '#domain';
import type { PresentedEntry } from './presented-entry.js';

/** A name, employer or school of the team where a reader of a blind stage would read it. */
export interface Occurrence {
  /** As the entry writes it. */
  readonly term: string;
  readonly where: 'title' | 'summary' | 'translated-title' | 'translated-summary' | 'field' | 'file-name' | 'file';
  /** Key of the form's field; null elsewhere. */
  readonly field: string | null;
  /** Public id; null outside a file. */
  readonly file: string | null;
  /** Pages, or slides of a document; empty outside a file. */
  readonly pages: readonly number[];
}

export interface ReadByJudges {
  readonly title: string;
  readonly summary: string;
  /** Read beside them. */
  readonly translation: { readonly title: string; readonly summary: string } | null;
  readonly stages: readonly PresentedEntry[];
}

/** Everything that blind stages show and that names the team. It is told to the team and stops nothing. */
export async function occurrencesIn(
  manager: EntityManager,
  entryId: string,
  read: ReadByJudges,
): Promise<Occurrence[]> {
  const terms = await termsOf(manager, entryId);
  const nowhere = { field: null, file: null, pages: [] };
  const texts = [
    ['title', read.title],
    ['summary', read.summary],
    ['translated-title', read.translation?.title ?? ''],
    ['translated-summary', read.translation?.summary ?? ''],
  ] as const;
  const found: Occurrence[] = texts.flatMap(([where, text]) =>
    termsWithin(text, terms).map((term) => ({ ...nowhere, term, where })),
  );
  const answers = new Map(
    read.stages.flatMap(({ fields }) => fields.map(({ field, answer }) => [field.key, answer] as const)),
  );
  for (const [field, answer] of answers) {
    const text = stringsOf(answer).join('\n');
    found.push(...termsWithin(text, terms).map((term) => ({ ...nowhere, term, where: 'field' as const, field })));
  }
  const files = new Set(read.stages.flatMap((stage) => stage.files.map(({ publicId }) => publicId)));
  return [...found, ...(await inFiles(manager, [...files], terms))];
}

async function inFiles(
  manager: EntityManager,
  files: readonly string[],
  terms: readonly IdentifyingTerm[],
): Promise<Occurrence[]> {
  const names = await manager.query<{ file: string; name: string }[]>(
    `select public_id as file, name from entry_files where public_id = any ($1) order by filed_at, id`,
    [files],
  );
  const pages = await manager.query<{ file: string; number: number; content: string }[]>(
    `select f.public_id as file, p.number, p.content from viewing_pages p join entry_files f on f.id = p.file_id
     where f.public_id = any ($1) and p.stored_at is not null
     union all
     select f.public_id, (x.part ->> 'number')::int, x.part ->> 'content' from anonymised_copies a
     join entry_files f on f.id = a.file_id cross join lateral jsonb_array_elements(a.content) as x (part)
     where f.public_id = any ($1) and a.stored_at is not null
       and not exists (select from viewing_pages p where p.file_id = a.file_id and p.stored_at is not null)
     order by 1, 2`,
    [files],
  );
  return names.flatMap(({ file, name }): Occurrence[] => {
    const inName = termsWithin(name, terms).map((term) => ({
      ...{ term, where: 'file-name' as const, field: null, file, pages: [] },
    }));
    const byTerm = new Map<string, number[]>();
    for (const page of pages.filter((one) => one.file === file)) {
      for (const term of termsWithin(page.content, terms)) {
        byTerm.set(term, [...(byTerm.get(term) ?? []), page.number]);
      }
    }
    const within = [...byTerm].map(([term, numbers]) => ({
      ...{ term, where: 'file' as const, field: null, file, pages: [...new Set(numbers)] },
    }));
    return [...inName, ...within];
  });
}

/** People of the team, and every name under which the register knows where they work or who nominates them. */
async function termsOf(manager: EntityManager, entryId: string): Promise<IdentifyingTerm[]> {
  const people = await manager.query<{ name: string }[]>(
    `select name from team_members where entry_id = $1
     union select latin_name from team_members where entry_id = $1 and latin_name is not null`,
    [entryId],
  );
  const organisations = await manager.query<{ name: string }[]>(
    `with given as (
       select organisation as name, organisation_id as id from team_members where entry_id = $1
       union all select nominating_body, nominating_body_id from entries where id = $1)
     select name from given where name is not null
     union select n.text from given g join organisation_survivors s on s.id = g.id
       join organisation_survivors o on o.survivor_id = s.survivor_id
       join organisation_names n on n.organisation_id = o.id and n.removed_at is null`,
    [entryId],
  );
  return identifyingTerms({
    people: people.map(({ name }) => name),
    organisations: organisations.map(({ name }) => name),
  });
}

function stringsOf(answer: unknown): string[] {
  if (typeof answer === 'string') return [answer];
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.values(answer).flatMap(stringsOf);
}
