import { plainInverse } from '../../severity/shadow/plain-inverse.js';

export interface PlainComparison {
  readonly winner: string;
  readonly loser: string;
  readonly count: number;
}

export interface PlainBradleyTerry {
  readonly abilities: ReadonlyMap<string, { readonly value: number; readonly standardError: number }>;
  readonly differenceError: (entry: string, other: string) => number;
}

/**
 * `fitBradleyTerry` done again without its code: Fisher scoring from zero on the whole matrix, with Σ θ = 0 as a bordered
 * row, inverted by elimination; steps are cut to 1. The border's inverse holds the covariance of abilities that sum to
 * zero. Cubic in entries: for a few hundred.
 *
 * @param prior standard deviation; none: the wins have to connect all entries both ways
 * @throws RangeError when 2000 steps do not lead to a maximum.
 */
export function plainBradleyTerry(comparisons: readonly PlainComparison[], prior?: number): PlainBradleyTerry {
  const entries = [...new Set(comparisons.flatMap(({ winner, loser }) => [winner, loser]))];
  const size = entries.length;
  const won = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const { winner, loser, count } of comparisons) {
    const row = won[entries.indexOf(winner)]!;
    row[entries.indexOf(loser)] = row[entries.indexOf(loser)]! + count;
  }
  const precision = prior === undefined ? 0 : 1 / (prior * prior);
  const abilities = new Array<number>(size).fill(0);
  let last = Number.POSITIVE_INFINITY;
  for (let step = 0; step < 2000; step += 1) {
    const inverse = plainInverse(borderedInformation(won, abilities, precision));
    const slopes = slopesOf(won, abilities, precision);
    const move = entries.map((_, i) => slopes.reduce((sum, slope, j) => sum + inverse[i]![j]! * slope, 0));
    const length = Math.max(...move.map(Math.abs));
    for (let i = 0; i < size; i += 1) abilities[i] = abilities[i]! + move[i]! / Math.max(1, length);
    // Small steps that no longer shrink are rounding.
    const isDone = length < 1e-11 || (length < 1e-6 && length > last / 2);
    last = length;
    if (!isDone) continue;
    const variance = (i: number, j: number) => inverse[i]![j]!;
    return {
      abilities: new Map(
        entries.map((entry, i) => [entry, { value: abilities[i]!, standardError: Math.sqrt(variance(i, i)) }]),
      ),
      differenceError: (entry, other) => {
        const [i, j] = [entries.indexOf(entry), entries.indexOf(other)];
        return i === j ? 0 : Math.sqrt(variance(i, i) + variance(j, j) - variance(i, j) - variance(j, i));
      },
    };
  }
  throw new RangeError('no maximum was found');
}

function winChance(abilities: readonly number[], i: number, j: number): number {
  return 1 / (1 + Math.exp(abilities[j]! - abilities[i]!));
}

function slopesOf(won: readonly (readonly number[])[], abilities: readonly number[], precision: number): number[] {
  return won.map((row, i) =>
    row.reduce(
      (sum, wins, j) => sum + wins * winChance(abilities, j, i) - won[j]![i]! * winChance(abilities, i, j),
      -precision * abilities[i]!,
    ),
  );
}

function borderedInformation(
  won: readonly (readonly number[])[],
  abilities: readonly number[],
  precision: number,
): number[][] {
  const weight = (i: number, j: number) =>
    i === j ? 0 : (won[i]![j]! + won[j]![i]!) * winChance(abilities, i, j) * winChance(abilities, j, i);
  const rows = won.map((row, i) => [
    ...row.map((_, j) => (i === j ? row.reduce((sum, _w, k) => sum + weight(i, k), precision) : -weight(i, j))),
    1,
  ]);
  return [...rows, [...won.map(() => 1), 0]];
}
