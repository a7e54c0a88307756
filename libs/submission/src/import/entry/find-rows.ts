import type { EntityManager } from 'typeorm';
import { type CellProblem, fieldProblem, type ImportRow } from '#domain';
import type { StandingEntry } from './standing-entries.js';

/** A row and the entry that it speaks of; null for a new one. */
export interface FoundRow {
  readonly row: ImportRow;
  readonly standing: StandingEntry | null;
  readonly problems: readonly CellProblem[];
}

const key = (row: ImportRow) => row.cells.get('external-key') ?? '';
const number = (row: ImportRow) => (row.cells.get('number') ?? '').normalize('NFKC').replace(/[#№号\s]/gu, '');

/** Finds a row's entry by its external key, or by the number that the platform gave it. */
export function entryFinder(standing: readonly StandingEntry[]): (row: ImportRow) => FoundRow {
  const byKey = new Map(
    standing.flatMap((one) => (one.entry.externalKey === null ? [] : [[one.entry.externalKey, one]])),
  );
  const byNumber = new Map(standing.map((one) => [String(one.number), one]));
  return (row) => {
    const found = { byKey: byKey.get(key(row)), byNumber: byNumber.get(number(row)) };
    return { row, standing: found.byNumber ?? found.byKey ?? null, problems: identityProblems(row, found) };
  };
}

/** Ids of the entries of whose rows the reader is told nothing, as they concern the reader. */
export async function entriesTiedTo(manager: EntityManager, reader: string): Promise<ReadonlySet<string>> {
  const rows = await manager.query<{ id: string }[]>('select conflicted_entries($1) as id', [reader]);
  return new Set(rows.map(({ id }) => id));
}

/** A row of an entry that concerns the reader is refused, and nothing of the entry is told. */
export function withoutTied(found: FoundRow, tied: ReadonlySet<string>): FoundRow {
  if (found.standing === null || !tied.has(found.standing.id)) return found;
  const problem = fieldProblem('number', 'organiser-conflicted');
  return { row: found.row, standing: null, problems: [{ target: target(found.row), problem }] };
}

/** The entry of each row, once. */
export function findRows(rows: readonly ImportRow[], standing: readonly StandingEntry[]): FoundRow[] {
  const find = entryFinder(standing);
  const first = new Map<string, number>();
  return rows.map((row) => {
    const { standing: entry, ...found } = find(row);
    const problems = [...found.problems];
    const names = [...(key(row) === '' ? [] : [`key ${key(row)}`]), ...(entry === null ? [] : [`entry ${entry.id}`])];
    const earlier = names.map((name) => first.get(name)).find((one) => one !== undefined);
    for (const name of names) if (!first.has(name)) first.set(name, row.row);
    if (earlier !== undefined && problems.length === 0) {
      problems.push({ target: target(row), problem: fieldProblem('externalKey', 'row-duplicated', { row: earlier }) });
    }
    return { row, standing: entry, problems };
  });
}

const target = (row: ImportRow) => (key(row) !== '' || !row.cells.has('number') ? 'external-key' : 'number');

function identityProblems(
  row: ImportRow,
  { byKey, byNumber }: { readonly byKey: StandingEntry | undefined; readonly byNumber: StandingEntry | undefined },
): CellProblem[] {
  if (key(row) === '' && number(row) === '') {
    const problem = fieldProblem('externalKey', 'field-missing');
    return [{ target: row.cells.has('external-key') ? 'external-key' : 'number', problem }];
  }
  if (number(row) === '') return [];
  if (byNumber === undefined) return [{ target: 'number', problem: fieldProblem('number', 'number-unknown') }];
  const own = byNumber.entry.externalKey;
  const differs =
    key(row) !== '' && ((own !== null && own !== key(row)) || (byKey !== undefined && byKey !== byNumber));
  return differs ? [{ target: 'external-key', problem: fieldProblem('externalKey', 'key-differs') }] : [];
}
