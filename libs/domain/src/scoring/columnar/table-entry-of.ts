import { Rational } from '../../decimal/rational.js';
import { compareCodePoints } from '../../identifier/compare-code-points.js';
import type { TableEntry, TableSheet } from '../score-table.js';
import type { ArrangedSheets } from './arrange-sheets.js';

/** One entry's sheets as `scoreTable` has them: for what whole numbers in doubles do not hold. */
export function tableEntryOf(sheets: ArrangedSheets, entry: number, applicable: Int32Array): TableEntry {
  const { columns, entryStarts, judgeOf } = sheets;
  const rows: TableSheet[] = [];
  for (let sheet = entryStarts[entry]!; sheet < entryStarts[entry + 1]!; sheet += 1) {
    rows.push({
      judge: columns.judges[judgeOf[sheet]!] ?? '',
      scores: scoresOf(sheets, sheet),
      deduction: rationalOf(sheets.deductions?.[sheet] ?? 0, columns.deductions?.places ?? 0),
    });
  }
  rows.sort((left, right) => compareCodePoints(left.judge, right.judge));
  return { entry: columns.entries[entry] ?? '', sheets: rows, applicable: Array.from(applicable) };
}

function scoresOf({ columns, sheetStarts, criterionOf, units }: ArrangedSheets, sheet: number) {
  const scores = new Array<Rational | undefined>(columns.criteria.length).fill(undefined);
  for (let at = sheetStarts[sheet]!; at < sheetStarts[sheet + 1]!; at += 1) {
    scores[criterionOf === null ? 0 : criterionOf[at]!] = rationalOf(units[at]!, columns.scores.places);
  }
  return scores;
}

function rationalOf(units: number | bigint, places: number): Rational {
  return Rational.of(units, 10n ** BigInt(places));
}
