import type { ScoreEstimate } from '../scoring/score-estimate.js';
import type { Convergence } from '../severity/severity-fit.js';
import { type AbilityCovariance, abilityCovariance } from './ability-covariance.js';
import { maximiseLikelihood } from './maximise-likelihood.js';
import type { PairwiseTable } from './pairwise-table.js';
import { winComponents } from './win-components.js';
import { winLikelihood } from './win-likelihood.js';

export interface BradleyTerryOptions {
  /** Standard deviation of a normal prior on abilities, above 0; none unless stated. */
  readonly prior?: number;
  /** Entries up to which errors are computed, which takes their number squared in memory; 3,000 unless stated. */
  readonly denseLimit?: number;
}

export type BradleyTerryFit =
  | {
      readonly outcome: 'fitted';
      /** Abilities as natural log odds that sum to zero. */
      readonly estimate: ScoreEstimate;
      /** Log likelihood, with the prior's −Σ θ²/2sd² where there is one. */
      readonly logLikelihood: number;
      readonly convergence: Convergence;
      /** Groups that only the prior holds together, by their first entry; null where the wins alone would do. */
      readonly separation: readonly (readonly string[])[] | null;
    }
  | {
      readonly outcome: 'refused';
      readonly reason: 'separation';
      /** Groups of entries that beat one another, by their first entry. */
      readonly components: readonly (readonly string[])[];
    };

/**
 * Bradley–Terry abilities by maximum likelihood: P(i beats j) = 1 / (1 + exp(θ_j − θ_i)), Σ θ = 0, ties half a win each
 * way (Bradley and Terry, Biometrika 39 (1952) 324–345). A maximum exists only if of any two groups each beat the other
 * at least once (Ford, Amer. Math. Monthly 64:8 (1957) 28–33): otherwise the fit is refused and the groups are named,
 * unless a prior is given. Errors are those of the pseudo-inverse of the information matrix.
 *
 * @throws RangeError for a prior that is not above 0.
 * @example fitBradleyTerry(pairwiseTable(comparisons), { prior: 1 })
 */
export function fitBradleyTerry(table: PairwiseTable, options: BradleyTerryOptions = {}): BradleyTerryFit {
  const { prior, denseLimit = 3000 } = options;
  if (prior !== undefined && !(prior > 0)) {
    throw new RangeError(`a prior's standard deviation is above 0, not ${prior}`);
  }
  const { entries } = table;
  const groups = winGroups(table);
  if (groups.length > 1 && prior === undefined) {
    return { outcome: 'refused', reason: 'separation', components: groups };
  }
  const precision = prior === undefined ? 0 : 1 / prior ** 2;
  const likelihood = winLikelihood(table, precision);
  const { wins, losses, comparisons } = winsAndLosses(table);
  // Where the fit starts: the odds of each entry's own record, one win and one loss added.
  const abilities = wins.map((won, i) => Math.min(1, prior ?? 1) * Math.log((won + 1) / (losses[i]! + 1)));
  const convergence = maximiseLikelihood(likelihood, abilities, comparisons);
  const covariance =
    entries.length <= denseLimit ? abilityCovariance(likelihood.information, entries.length, precision) : null;
  return {
    outcome: 'fitted',
    estimate: abilityEstimate(entries, abilities, covariance),
    logLikelihood: likelihood.value(abilities),
    convergence,
    separation: groups.length > 1 ? groups : null,
  };
}

function winGroups(table: PairwiseTable): string[][] {
  const { of, count } = winComponents(table);
  const groups = Array.from({ length: count }, () => [] as string[]);
  table.entries.forEach((entry, i) => groups[of[i]!]!.push(entry));
  return groups;
}

/** Of each entry; ties are half a win and half a loss. */
function winsAndLosses({ entries, winnerOf, loserOf, counts }: PairwiseTable) {
  const wins = new Float64Array(entries.length);
  const losses = new Float64Array(entries.length);
  for (let row = 0; row < counts.length; row += 1) {
    wins[winnerOf[row]!]! += counts[row]!;
    losses[loserOf[row]!]! += counts[row]!;
  }
  return { wins, losses, comparisons: wins.map((won, i) => won + losses[i]!) };
}

function abilityEstimate(
  entries: readonly string[],
  scores: Float64Array,
  covariance: AbilityCovariance | null,
): ScoreEstimate {
  const size = entries.length;
  const matrix = covariance?.matrix;
  const at = (i: number, j: number) => matrix?.[i * size + j] ?? Number.NaN;
  return {
    entries,
    scores,
    standardErrors: scores.map((_, i) => Math.sqrt(at(i, i))),
    differenceError: (i, j) => (i === j ? 0 : Math.sqrt(at(i, i) + at(j, j) - 2 * at(i, j))),
    drawErrors: covariance?.draw ?? null,
  };
}
