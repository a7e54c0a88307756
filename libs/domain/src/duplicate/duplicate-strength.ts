/** What two entries may have in common. */
export const duplicateKinds = ['title', 'file', 'person'] as const;
export type DuplicateKind = (typeof duplicateKinds)[number];

/**
 * How much a thing in common says. `weak`: it happens by chance, as with a name alone. `likely`: worth a look.
 * `strong`: the very same file, address, account or title.
 */
export const duplicateStrengths = ['weak', 'likely', 'strong'] as const;
export type DuplicateStrength = (typeof duplicateStrengths)[number];

/** What the office says of a pair after a look. */
export const duplicateVerdicts = ['duplicate', 'not-duplicate'] as const;
export type DuplicateVerdict = (typeof duplicateVerdicts)[number];

/** As it is stored: 1 to 3 in the order of `duplicateStrengths`, 0 for nothing in common. */
export function strengthRank(strength: DuplicateStrength | null): number {
  return strength === null ? 0 : duplicateStrengths.indexOf(strength) + 1;
}

/** @param rank 0 to 3 */
export function strengthOfRank(rank: number): DuplicateStrength | null {
  return duplicateStrengths[rank - 1] ?? null;
}
