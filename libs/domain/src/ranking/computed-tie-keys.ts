import type { TieStep } from '../contest/stage-rules.js';
import { Rational } from '../decimal/rational.js';
import { sum } from '../statistics/sum.js';

export interface TieCandidate {
  readonly entry: string;
  /** Published score of the stage before; null when it had none. */
  readonly previousStageScore: Rational | null;
  /** Panel score by criterion key. */
  readonly criteria: ReadonlyMap<string, Rational>;
  /** Totals of the counted sheets. */
  readonly sheetTotals: readonly Rational[];
}

export interface TieCriterion {
  readonly key: string;
  readonly factor: Rational;
  readonly maximum: Rational;
}

export type ComputedTieStep = Exclude<TieStep, 'panel-vote' | 'extra-round' | 'shared'>;

/**
 * What a computed step compares, one list of keys for each tied entry; higher is better, a later key only where the
 * earlier are equal. An empty list separates nobody.
 */
export function computedTieKeys(
  step: ComputedTieStep,
  tied: readonly TieCandidate[],
  criteria: readonly TieCriterion[],
): (readonly Rational[])[] {
  switch (step) {
    case 'previous-stage':
      return previousStageKeys(tied);
    case 'highest-weight-criterion':
      return highestWeightKeys(tied, criteria);
    case 'highest-scores-count':
      return highestScoresKeys(tied);
  }
}

/** Without a score of every tied entry (one came by direct entry) the step separates nobody: none is not zero. */
function previousStageKeys(tied: readonly TieCandidate[]): Rational[][] {
  const isKnown = tied.every(({ previousStageScore }) => previousStageScore !== null);
  return tied.map(({ previousStageScore }) => (isKnown && previousStageScore ? [previousStageScore] : []));
}

/**
 * The criterion that weighs most: the one that can add most to a total. Where several weigh the same, the sum of what
 * they did add (20 × 0.5 and 10 × 1 are one amount), then each in rubric order.
 */
function highestWeightKeys(tied: readonly TieCandidate[], criteria: readonly TieCriterion[]): Rational[][] {
  const weights = criteria.map(({ factor, maximum }) => factor.times(maximum));
  const heaviest = criteria.filter((_, index) => weights.every((other) => weights[index]?.compareTo(other) !== -1));
  return tied.map((candidate) => {
    const parts = heaviest.map(({ key, factor }) => factor.times(candidate.criteria.get(key) ?? Rational.zero));
    return [sum(parts), ...parts];
  });
}

/** How many judges gave the highest total that any of the tied entries received. */
function highestScoresKeys(tied: readonly TieCandidate[]): Rational[][] {
  const totals = tied.flatMap(({ sheetTotals }) => sheetTotals);
  const highest = totals.reduce<Rational | null>(
    (most, total) => (most === null || total.compareTo(most) > 0 ? total : most),
    null,
  );
  return tied.map(({ sheetTotals }) => [
    Rational.of(sheetTotals.filter((total) => highest !== null && total.equals(highest)).length),
  ]);
}
