import type { NamedInterest } from './queries.js';

const keyOf = ({ kind, name, unit, fromYear, untilYear }: NamedInterest) =>
  JSON.stringify([kind, name.trim(), unit ?? '', fromYear, untilYear]);

const without = (lines: readonly NamedInterest[], others: readonly NamedInterest[]) => {
  const known = new Set(others.map(keyOf));
  return lines.filter((line) => !known.has(keyOf(line)));
};

/** What another version of the register has more and less than the one that was opened. */
export const changedLines = (opened: readonly NamedInterest[], other: readonly NamedInterest[]) => ({
  added: without(other, opened),
  removed: without(opened, other),
});
