import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { compareCodePoints, compareEntries, evidenceRanks } from '#domain';
import { comparedEntries, type EntryCompared, groupedBy } from './compared-entries.js';
import {
  type CandidatePair,
  commonNameEntries,
  entriesOfSimilarTitles,
  entriesSharingKeys,
  entriesSharingNames,
  NameCounts,
} from './duplicate-candidates.js';
import { writeDuplicateKeys } from './duplicate-keys.js';

interface FoundPair {
  readonly entry: EntryCompared;
  readonly other: EntryCompared;
  readonly title: number;
  readonly file: number;
  readonly person: number;
  readonly similarity: number;
}

// An arbitrary number of our own: of all workers one compares at a time, so that no pair is written by two.
const advisoryLock = 5_417_834_283;
/** Entries compared in one transaction. */
const batchSize = 200;

/**
 * Finds entries that have something in common, after the act that changed one of them: what to look at stands in the
 * database since that very act. Computed by the worker, as an import of thousands must not wait for it.
 */
@Injectable()
export class DuplicateSearchService {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Compares what waits, until nothing does or `isStopping` says so.
   *
   * @returns the number of entries compared
   */
  async run(isStopping: () => boolean = () => false): Promise<number> {
    let compared = 0;
    while (!isStopping()) {
      const batch = await this.dataSource.transaction((manager) => this.compareBatch(manager));
      if (batch === 0) break;
      compared += batch;
    }
    return compared;
  }

  private async compareBatch(manager: EntityManager): Promise<number> {
    const [lock] = await manager.query<{ held: boolean }[]>('select pg_try_advisory_xact_lock($1) as held', [
      advisoryLock,
    ]);
    if (lock?.held !== true) return 0;
    const ids = await takePending(manager);
    if (ids.length === 0) return 0;
    const entries = [...(await comparedEntries(manager, ids)).values()];
    const newNames = await writeDuplicateKeys(manager, entries);
    const counts = await NameCounts.of(manager, entries);
    const candidates = [
      ...(await entriesSharingKeys(manager, ids)),
      ...(await entriesSharingNames(manager, entries, counts)),
      ...(await entriesOfSimilarTitles(manager, entries)),
      // A pair that was found goes only when nothing speaks for it any more.
      ...(await knownPairs(manager, ids)),
    ];
    await writePairs(manager, ids, await compared(manager, entries, candidates, counts));
    await lookAgain(manager, ids, newNames, counts);
    return ids.length;
  }
}

/** Takes the pending rows of up to so many entries; what changes from now on has a row of its own. */
async function takePending(manager: EntityManager): Promise<string[]> {
  const [rows] = await manager.query<[{ entry_id: string }[], number]>(
    `delete from pending_duplicate_searches p using (
       select distinct entry_id from (select entry_id from pending_duplicate_searches order by entry_id limit $1) x) t
     where p.entry_id = t.entry_id returning p.entry_id`,
    [batchSize],
  );
  return [...new Set(rows.map((row) => row.entry_id))];
}

function knownPairs(manager: EntityManager, ids: readonly string[]): Promise<CandidatePair[]> {
  return manager.query<CandidatePair[]>(
    'select entry_id as "entryId", other_id as "otherId" from duplicate_pairs where entry_id = any ($1)',
    [ids],
  );
}

/** What of the candidates has something in common, each two once. */
async function compared(
  manager: EntityManager,
  entries: readonly EntryCompared[],
  candidates: readonly CandidatePair[],
  counts: NameCounts,
): Promise<FoundPair[]> {
  const own = new Map(entries.map((entry) => [entry.id, entry]));
  const others = await comparedEntries(
    manager,
    candidates.map(({ otherId }) => otherId).filter((id) => !own.has(id)),
  );
  const pairs = new Map(
    candidates.map((pair) => [[pair.entryId, pair.otherId].sort(compareCodePoints).join(' '), pair]),
  );
  return [...pairs.values()].flatMap(({ entryId, otherId }) => {
    const [entry, other] = [own.get(entryId), own.get(otherId) ?? others.get(otherId)];
    if (!entry || !other) return [];
    const isTelling = (reading: string) => counts.isTelling(reading, entry.editionId, other.editionId);
    const evidence = compareEntries(entry, other, isTelling);
    const ranks = evidenceRanks(evidence);
    if (Math.max(ranks.title, ranks.file, ranks.person) === 0) return [];
    return [{ entry, other, ...ranks, similarity: Math.floor((evidence.title?.similarity ?? 0) * 100) }];
  });
}

async function writePairs(manager: EntityManager, ids: readonly string[], found: readonly FoundPair[]): Promise<void> {
  await manager.query('delete from duplicate_pairs where entry_id = any ($1) or other_id = any ($1)', [ids]);
  const rows = found.flatMap((pair) => [pair, { ...pair, entry: pair.other, other: pair.entry }]);
  await manager.query(
    `insert into duplicate_pairs (entry_id, other_id, edition_id, other_edition_id, title, file, person, strength,
       similarity)
     select entry_id, other_id, edition_id, other_edition_id, title, file, person, greatest(title, file, person),
       similarity
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::smallint[], $6::smallint[], $7::smallint[],
       $8::smallint[]) as g (entry_id, other_id, edition_id, other_edition_id, title, file, person, similarity)`,
    [
      ...[rows.map(({ entry }) => entry.id), rows.map(({ other }) => other.id)],
      ...[rows.map(({ entry }) => entry.editionId), rows.map(({ other }) => other.editionId)],
      ...[rows.map(({ title }) => title), rows.map(({ file }) => file), rows.map(({ person }) => person)],
      rows.map(({ similarity }) => similarity),
    ],
  );
}

/** A name that has just become common spoke for pairs among those who had it before: they are compared once more. */
async function lookAgain(
  manager: EntityManager,
  ids: readonly string[],
  newNames: readonly { readonly key: string; readonly editionId: string }[],
  counts: NameCounts,
): Promise<void> {
  const added = groupedBy(newNames, ({ key, editionId }) => `${editionId} ${key}`);
  const crossed = [...added.values()].flatMap((group) => {
    const [name] = group;
    const count = name ? counts.count(name.key, name.editionId) : 0;
    return name && count > commonNameEntries && count - group.length <= commonNameEntries ? [name] : [];
  });
  if (crossed.length === 0) return;
  await manager.query(
    `insert into pending_duplicate_searches (entry_id)
     select distinct x.entry_id from unnest($1::text[], $2::uuid[]) as g (key, edition_id)
     join duplicate_keys x on x.kind = 'name' and x.key = g.key and x.edition_id = g.edition_id
     where not x.entry_id = any ($3)`,
    [crossed.map(({ key }) => key), crossed.map(({ editionId }) => editionId), ids],
  );
}
