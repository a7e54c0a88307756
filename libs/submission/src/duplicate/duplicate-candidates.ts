import type { EntityManager } from 'typeorm';
import { comparedTitle, leastTitleSimilarity, sufficientGrams, titleSimilarity } from '#domain';
import { type EntryCompared, groupedBy, titlesOf } from './compared-entries.js';

/** Two entries that may have something in common. */
export interface CandidatePair {
  readonly entryId: string;
  readonly otherId: string;
}

/** Entries of an edition with one name beyond which the name tells nothing by itself. */
export const commonNameEntries = 20;
/** Of more entries that share one file or address the newest so many are compared with each. */
const sharedKeyLimit = 100;
/** Of more similar titles the closest so many are compared. */
const similarTitleLimit = 20;
/** So many titles are looked at to find them. */
const titleCandidateLimit = 200;

/** Entries that share a file, an address, a telephone, an account, or a name at one organisation. */
export async function entriesSharingKeys(
  manager: EntityManager,
  entryIds: readonly string[],
): Promise<CandidatePair[]> {
  return manager.query<CandidatePair[]>(
    `select distinct k.entry_id as "entryId", o.entry_id as "otherId" from duplicate_keys k cross join lateral (
       select x.entry_id from duplicate_keys x
       where x.kind = k.kind and x.key = k.key and x.entry_id <> k.entry_id order by x.entry_id desc limit $2) o
     where k.entry_id = any ($1) and k.kind in ('file', 'person', 'email', 'phone', 'account')`,
    [entryIds, sharedKeyLimit],
  );
}

/** How often names occur in which edition. */
export class NameCounts {
  private constructor(private readonly counts: ReadonlyMap<string, number>) {}

  static async of(manager: EntityManager, entries: readonly EntryCompared[]): Promise<NameCounts> {
    const rows = await manager.query<{ key: string; edition: string; count: number }[]>(
      `select key, edition_id as edition, count(*)::int as count from duplicate_keys
       where kind = 'name' and key = any ($1) group by key, edition_id`,
      [readingsOf(entries)],
    );
    return new NameCounts(new Map(rows.map(({ key, edition, count }) => [`${edition} ${key}`, count])));
  }

  /** Whether few enough entries of both editions have the name, so that it tells something in either. */
  isTelling(reading: string, ...editions: readonly string[]): boolean {
    return editions.every((edition) => (this.counts.get(`${edition} ${reading}`) ?? 0) <= commonNameEntries);
  }

  count(reading: string, edition: string): number {
    return this.counts.get(`${edition} ${reading}`) ?? 0;
  }

  /** Where a name is rare: the editions to look in. */
  rare(): { readonly keys: string[]; readonly editions: string[] } {
    const found = [...this.counts].filter(([, count]) => count <= commonNameEntries);
    return {
      keys: found.map(([at]) => at.slice(at.indexOf(' ') + 1)),
      editions: found.map(([at]) => at.slice(0, at.indexOf(' '))),
    };
  }
}

/** Entries that share a name which few have. */
export async function entriesSharingNames(
  manager: EntityManager,
  entries: readonly EntryCompared[],
  counts: NameCounts,
): Promise<CandidatePair[]> {
  const { keys, editions } = counts.rare();
  const rows = await manager.query<{ key: string; id: string; edition: string }[]>(
    `select x.key, x.entry_id as id, x.edition_id as edition from unnest($1::text[], $2::uuid[]) as g (key, edition_id)
     join duplicate_keys x on x.kind = 'name' and x.key = g.key and x.edition_id = g.edition_id`,
    [keys, editions],
  );
  const bearers = groupedBy(rows, ({ key }) => key);
  return entries.flatMap((entry) =>
    readingsOf([entry])
      .filter((reading) => counts.isTelling(reading, entry.editionId))
      .flatMap((reading) => bearers.get(reading) ?? [])
      .filter(({ id }) => id !== entry.id)
      .map(({ id }) => ({ entryId: entry.id, otherId: id })),
  );
}

/** Entries whose titles are similar, the closest first for each. */
export async function entriesOfSimilarTitles(
  manager: EntityManager,
  entries: readonly EntryCompared[],
): Promise<CandidatePair[]> {
  const lookups = await rarestGrams(manager, entries);
  // Titles of one pattern all share its grams: of those the ones that share most are looked at.
  const found = await manager.query<{ entryId: string; otherId: string; titles: string[] }[]>(
    `select g.id as "entryId", c.id as "otherId", ${titlesOf('o')} as titles from jsonb_to_recordset($1::jsonb) as g (id uuid, grams text[])
     cross join lateral (
       select x.entry_id as id from duplicate_keys x
       where x.kind = 'title' and x.key = any (g.grams) and x.entry_id <> g.id
       group by x.entry_id order by count(*) desc, x.entry_id desc limit $2) c
     join entries o on o.id = c.id`,
    [JSON.stringify(lookups), titleCandidateLimit],
  );
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const texts = new Map(found.map(({ otherId, titles }) => [otherId, titles]));
  const compared = new Map([...texts].map(([id, titles]) => [id, titles.map(comparedTitle)]));
  const similar = found.flatMap(({ entryId, otherId }) => {
    const [own, others] = [byId.get(entryId)?.titles ?? [], compared.get(otherId) ?? []];
    const similarity = Math.max(0, ...own.flatMap((one) => others.map((other) => titleSimilarity(one, other))));
    return similarity >= leastTitleSimilarity ? [{ entryId, otherId, similarity }] : [];
  });
  const groups = groupedBy(similar, ({ entryId }) => entryId);
  return [...groups.values()].flatMap((group) =>
    group
      .sort((left, right) => right.similarity - left.similarity || (left.otherId < right.otherId ? 1 : -1))
      .slice(0, similarTitleLimit),
  );
}

/** Of each title as many of its rarest grams as it takes to miss no similar one. */
async function rarestGrams(
  manager: EntityManager,
  entries: readonly EntryCompared[],
): Promise<{ readonly id: string; readonly grams: readonly string[] }[]> {
  const grams = [...new Set(entries.flatMap(({ titles }) => titles.flatMap((title) => [...title.grams])))];
  const rows = await manager.query<{ key: string; count: number }[]>(
    `select key, count(*)::int as count from duplicate_keys where kind = 'title' and key = any ($1) group by key`,
    [grams],
  );
  const counts = new Map(rows.map(({ key, count }) => [key, count]));
  const countOf = (gram: string) => counts.get(gram) ?? 0;
  return entries.flatMap(({ id, titles }) =>
    titles.map((title) => {
      const rarest = [...title.grams].sort((left, right) => countOf(left) - countOf(right));
      return { id, grams: rarest.slice(0, sufficientGrams(title.grams.size)) };
    }),
  );
}

/** Each reading of any of their people once. */
export function readingsOf(entries: readonly EntryCompared[]): string[] {
  return [...new Set(entries.flatMap(({ people }) => people.flatMap(({ readings }) => readings)))];
}
