import { squareOfZeros } from '../linear-algebra/tile-kernel.js';
import type { PairwiseTable } from './pairwise-table.js';

/**
 * log L(θ) = Σ count · log σ(θ_winner − θ_loser) − precision/2 · Σ θ², with its derivatives; precision is 1/sd² of a
 * normal prior, 0 without one.
 */
export interface WinLikelihood {
  readonly value: (abilities: Float64Array) => number;
  /** Overwrites `out`, and the weights of `applyInformation`. */
  readonly gradient: (abilities: Float64Array, out: Float64Array) => void;
  /** Negative second derivative times v, at the abilities of the last gradient: a weighted Laplacian plus precision. */
  readonly applyInformation: (v: Float64Array, out: Float64Array) => void;
  /** Its diagonal. */
  readonly diagonal: (out: Float64Array) => void;
  /** Largest change of the gap of two entries that were compared, when abilities move by v. */
  readonly largestGap: (v: Float64Array) => number;
  /** Lower triangle of the information, row-major. */
  readonly information: () => Float64Array;
}

export function winLikelihood(table: PairwiseTable, precision: number): WinLikelihood {
  const { entries, winnerOf, loserOf, counts } = table;
  const size = entries.length;
  const rows = counts.length;
  const weights = new Float64Array(rows);
  return {
    value: (abilities) => {
      let sum = 0;
      for (let row = 0; row < rows; row += 1) {
        const gap = abilities[winnerOf[row]!]! - abilities[loserOf[row]!]!;
        sum -= counts[row]! * (Math.log1p(Math.exp(-Math.abs(gap))) + Math.max(0, -gap));
      }
      for (let i = 0; i < size; i += 1) sum -= (precision / 2) * abilities[i]! ** 2;
      return sum;
    },
    gradient: (abilities, out) => {
      for (let i = 0; i < size; i += 1) out[i] = -precision * abilities[i]!;
      for (let row = 0; row < rows; row += 1) {
        const winner = winnerOf[row]!;
        const loser = loserOf[row]!;
        const odds = Math.exp(abilities[loser]! - abilities[winner]!);
        // Of the expected share: 1 − p = odds / (1 + odds), without overflow.
        const surprise = odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
        const pull = counts[row]! * surprise;
        out[winner]! += pull;
        out[loser]! -= pull;
        weights[row] = pull / (1 + odds);
      }
    },
    applyInformation: (v, out) => {
      for (let i = 0; i < size; i += 1) out[i] = precision * v[i]!;
      for (let row = 0; row < rows; row += 1) {
        const winner = winnerOf[row]!;
        const loser = loserOf[row]!;
        const flow = weights[row]! * (v[winner]! - v[loser]!);
        out[winner]! += flow;
        out[loser]! -= flow;
      }
    },
    diagonal: (out) => {
      out.fill(precision);
      for (let row = 0; row < rows; row += 1) {
        out[winnerOf[row]!]! += weights[row]!;
        out[loserOf[row]!]! += weights[row]!;
      }
    },
    largestGap: (v) => {
      let most = 0;
      for (let row = 0; row < rows; row += 1) {
        most = Math.max(most, Math.abs(v[winnerOf[row]!]! - v[loserOf[row]!]!));
      }
      return most;
    },
    information: () => informationMatrix(table, weights, precision),
  };
}

function informationMatrix(
  { entries, winnerOf, loserOf }: PairwiseTable,
  weights: Float64Array,
  precision: number,
): Float64Array {
  const size = entries.length;
  const matrix = squareOfZeros(size);
  for (let i = 0; i < size; i += 1) matrix[i * size + i] = precision;
  for (let row = 0; row < weights.length; row += 1) {
    const high = Math.max(winnerOf[row]!, loserOf[row]!);
    const low = Math.min(winnerOf[row]!, loserOf[row]!);
    matrix[high * size + low]! -= weights[row]!;
    matrix[high * size + high]! += weights[row]!;
    matrix[low * size + low]! += weights[row]!;
  }
  return matrix;
}
