import { parseDecimal } from '../../decimal/parse-decimal.js';
import type { Rational } from '../../decimal/rational.js';
import type { TallySheet } from '../tally-input.js';
import type { ScaledDecimals, ScoreColumns } from './score-columns.js';

/**
 * The columns of a list of sheets.
 *
 * @param entries first in the columns, also those without a sheet
 * @throws DomainError `not-a-decimal`
 */
export function columnsOfSheets(sheets: readonly TallySheet[], entries: readonly string[] = []): ScoreColumns {
  const [entryIndex, judgeIndex, criterionIndex] = [indexer(entries), indexer(), indexer()];
  const entryOf: number[] = [];
  const judgeOf: number[] = [];
  const criterionOf: number[] = [];
  const scores: Rational[] = [];
  const deductions: (Rational | null)[] = [];
  for (const sheet of sheets) {
    for (const { criterion, score } of sheet.scores) {
      entryOf.push(entryIndex.of(sheet.entry));
      judgeOf.push(judgeIndex.of(sheet.judge));
      criterionOf.push(criterionIndex.of(criterion));
      scores.push(parseDecimal(score));
      deductions.push(sheet.deduction ? parseDecimal(sheet.deduction) : null);
    }
  }
  return {
    entries: entryIndex.names(),
    judges: judgeIndex.names(),
    criteria: criterionIndex.names(),
    entryOf: Int32Array.from(entryOf),
    judgeOf: Int32Array.from(judgeOf),
    criterionOf: criterionIndex.names().length > 1 ? Int32Array.from(criterionOf) : null,
    scores: scaledDecimals(scores),
    deductions: deductions.some((deduction) => deduction !== null) ? scaledDecimals(deductions) : null,
  };
}

function indexer(names: readonly string[] = []) {
  const indexes = new Map(names.map((name, index) => [name, index]));
  return {
    of: (name: string) => {
      const index = indexes.get(name) ?? indexes.size;
      indexes.set(name, index);
      return index;
    },
    names: () => [...indexes.keys()],
  };
}

/** @param values with powers of ten as denominators; null becomes −1 unit */
function scaledDecimals(values: readonly (Rational | null)[]): ScaledDecimals {
  const places = values.reduce((most, value) => Math.max(most, value ? value.denominator.toString().length - 1 : 0), 0);
  const scale = 10n ** BigInt(places);
  const units = values.map((value) => (value ? value.numerator * (scale / value.denominator) : -1n));
  const isSafe = units.every((unit) => unit <= Number.MAX_SAFE_INTEGER && unit >= -Number.MAX_SAFE_INTEGER);
  return { units: isSafe ? Float64Array.from(units, Number) : units, places };
}
