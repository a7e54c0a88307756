import { parseDecimal } from '../decimal/parse-decimal.js';
import { Rational } from '../decimal/rational.js';
import { DomainError } from '../errors/domain-error.js';
import { compareCodePoints } from '../identifier/compare-code-points.js';
import type { TallyCriterion, TallyInput, TallySheet } from './tally-input.js';

export interface TableCriterion {
  readonly key: string;
  readonly factor: Rational;
  readonly maximum: Rational;
}

export interface TableSheet {
  readonly judge: string;
  /** By index of the criterion; undefined where the judge gave none. */
  readonly scores: readonly (Rational | undefined)[];
  readonly deduction: Rational;
}

export interface TableEntry {
  readonly entry: string;
  /** In code point order of the judge. */
  readonly sheets: readonly TableSheet[];
  /** Indexes of the criteria that some judge scored for this entry: the others do not apply to it. */
  readonly applicable: readonly number[];
}

export interface ScoreTable {
  readonly criteria: readonly TableCriterion[];
  /** In code point order. */
  readonly entries: readonly TableEntry[];
}

/**
 * The sheets as exact numbers, grouped by entry, everything in code point order: nothing computed from the table can
 * depend on the order in which rows arrived.
 *
 * @throws DomainError `not-a-decimal`, `criterion-unknown`, or `score-duplicated` for the same entry, judge and criterion.
 */
export function scoreTable(input: Pick<TallyInput, 'sheets' | 'criteria' | 'entries'>): ScoreTable {
  const indexByKey = new Map(input.criteria.map(({ key }, index) => [key, index]));
  const read = cachedDecimals();
  const sheetsByEntry = new Map<string, TallySheet[]>((input.entries ?? []).map((entry) => [entry, []]));
  for (const sheet of input.sheets) {
    const sheets = sheetsByEntry.get(sheet.entry);
    if (sheets) sheets.push(sheet);
    else sheetsByEntry.set(sheet.entry, [sheet]);
  }
  const entries = [...sheetsByEntry]
    .sort(([left], [right]) => compareCodePoints(left, right))
    .map(([entry, sheets]) => tableEntry(entry, sheets, indexByKey, read));
  return { criteria: input.criteria.map(tableCriterion), entries };
}

/** Score sheets repeat few texts many times: each is parsed once. */
function cachedDecimals(): (text: string) => Rational {
  const known = new Map<string, Rational>();
  return (text) => {
    let value = known.get(text);
    if (!value) {
      value = parseDecimal(text);
      known.set(text, value);
    }
    return value;
  };
}

/** @throws DomainError `not-a-decimal` */
export function tableCriterion({ key, factor, maximum }: TallyCriterion): TableCriterion {
  // Maxima that are not given count as equal.
  return { key, factor: parseDecimal(factor), maximum: maximum ? parseDecimal(maximum) : Rational.one };
}

function tableEntry(
  entry: string,
  sheets: readonly TallySheet[],
  indexByKey: ReadonlyMap<string, number>,
  read: (text: string) => Rational,
): TableEntry {
  const sorted = [...sheets].sort((left, right) => compareCodePoints(left.judge, right.judge));
  const scored = new Set<number>();
  const rows: TableSheet[] = [];
  sorted.forEach((sheet, position) => {
    if (sheet.judge === sorted[position - 1]?.judge) {
      throw new DomainError('score-duplicated', { entry, judge: sheet.judge });
    }
    const scores = new Array<Rational | undefined>(indexByKey.size).fill(undefined);
    for (const { criterion, score } of sheet.scores) {
      const index = indexByKey.get(criterion);
      if (index === undefined) throw new DomainError('criterion-unknown', { entry, judge: sheet.judge, criterion });
      if (scores[index]) throw new DomainError('score-duplicated', { entry, judge: sheet.judge, criterion });
      scores[index] = read(score);
      scored.add(index);
    }
    // A sheet without any score is no sheet: missing is not zero.
    if (sheet.scores.length > 0) {
      rows.push({ judge: sheet.judge, scores, deduction: sheet.deduction ? read(sheet.deduction) : Rational.zero });
    }
  });
  return { entry, sheets: rows, applicable: [...scored].sort((left, right) => left - right) };
}
