import { compareCodePoints } from '#domain';
import { sortKeyOf } from '#submission';

interface Named {
  readonly id: string;
  /** Null where the account is gone. */
  readonly name: string | null;
}

/** In the order in which people look for a name, those without one last. An edition has judges by the hundred. */
export function byName<Row extends Named>(rows: readonly Row[]): Row[] {
  const keyed = rows.map((row) => ({ row, key: row.name === null ? null : sortKeyOf(row.name) }));
  return keyed
    .sort((left, right) => compareKeys(left.key, right.key) || compareCodePoints(left.row.id, right.row.id))
    .map(({ row }) => row);
}

function compareKeys(left: string | null, right: string | null): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return compareCodePoints(left, right);
}
