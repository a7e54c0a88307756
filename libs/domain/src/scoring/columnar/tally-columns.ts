import { DomainError } from '../../errors/domain-error.js';
import { compareCodePoints } from '../../identifier/compare-code-points.js';
import { compareTieBreaks } from '../ranked-entries.js';
import { assertTallyOptions } from '../score-entries.js';
import { tableCriterion } from '../score-table.js';
import type { TallyInput } from '../tally-input.js';
import type { TallyComponent, TallyResult, TallyWarning } from '../tally-result.js';
import { isExact, tallySettings } from '../tally-settings.js';
import { type EntryOutcome, outcomeWarnings } from '../tally-warnings.js';
import type { ArrangedSheets } from './arrange-sheets.js';
import { columnarComponents } from './columnar-components.js';
import { type ColumnarEstimate, columnarEstimate } from './columnar-estimate.js';
import { type JudgeEffectRow, judgeEffectRows } from './judge-effect-rows.js';
import { scoreFlags, type ColumnarScores } from './columnar-scores.js';
import { columnarTable, type ColumnarTable } from './columnar-table.js';
import { type EntryRows, entryRows } from './entry-rows.js';
import { rankOrder, type RankOrder } from './rank-order.js';
import { scoreEntryByEntry } from './score-entry-by-entry.js';
import { scoreTogether } from './score-together.js';

export interface ColumnarInput extends Omit<TallyInput, 'sheets' | 'entries'> {
  /** From `arrangeSheets`. */
  readonly sheets: ArrangedSheets;
}

/** A tally whose rows are made when they are asked for. */
export interface ColumnarTally
  extends RankOrder, EntryRows, Pick<TallyResult, 'variance' | 'intercept' | 'remlCriterion' | 'warnings'> {
  readonly components: () => TallyComponent[];
  /** The published scores with their joint uncertainty. */
  readonly estimate: () => ColumnarEstimate;
  /** Of a method with judge effects; else empty. In code point order. */
  readonly judges: readonly JudgeEffectRow[];
}

/**
 * `tally` for columns: the same figures, ranks and warnings, without an object for each score. Rows stand by rank; those
 * of equal rank, and at the end those without one, in order of input.
 *
 * @param input criteria in the order of the columns
 * @throws DomainError as `tally`; RangeError for two deductions of one sheet.
 * @example tallyColumns({ sheets: arrangeSheets(columns), criteria, method: 'trimmed-mean' }).rowAt(0)
 */
export function tallyColumns(input: ColumnarInput): ColumnarTally {
  assertTallyOptions(input);
  const { sheets } = input;
  assertSheets(input);
  const settings = tallySettings(input, input.criteria.map(tableCriterion));
  const table = columnarTable(sheets, settings);
  const scores = isExact(settings) ? scoreEntryByEntry(table, settings) : scoreTogether(table);
  const entries = sheets.columns.entries.length;
  const { tieBreaks } = scores;
  const tieBreak =
    tieBreaks.size === 0
      ? null
      : (left: number, right: number) => compareTieBreaks(tieBreaks.get(left), tieBreaks.get(right));
  const ranking =
    scores.parts === null ? rankOrder(scores.figures, { entries, tieBreak, ties: input.ties }) : unranked(entries);
  const { variance, intercept, remlCriterion } = scores.model ?? {};
  return {
    ...ranking,
    ...entryRows(table, scores, ranking),
    components: () => columnarComponents(table),
    estimate: () => columnarEstimate(table, scores),
    judges: judgeEffectRows(scores),
    ...{ variance, intercept, remlCriterion },
    warnings: [...table.warnings, ...scores.warnings, ...entryWarnings(table, scores)],
  };
}

/** Scores of parts that no judge connects are shown and not ranked. */
function unranked(entries: number): RankOrder {
  return {
    order: Int32Array.from({ length: entries }, (_, entry) => entry),
    ranks: new Float64Array(entries).fill(NaN),
  };
}

function assertSheets({ sheets, criteria }: ColumnarInput): void {
  const { columns, repeated, contradicted } = sheets;
  if (contradicted !== null) throw new RangeError('two deductions of one sheet differ');
  const criterion = columns.criteria.find((name, index) => criteria[index]?.key !== name);
  if (criterion !== undefined) throw new DomainError('criterion-unknown', { criterion });
  if (repeated === null) return;
  throw new DomainError('score-duplicated', {
    entry: columns.entries[columns.entryOf[repeated.second]!],
    judge: columns.judges[columns.judgeOf[repeated.second]!],
    criterion: columns.criteria[columns.criterionOf?.[repeated.second] ?? 0],
  });
}

function entryWarnings({ sheets }: ColumnarTable, { flags, figures }: ColumnarScores): TallyWarning[] {
  const concerned: { row: { entry: string }; score: EntryOutcome }[] = [];
  sheets.columns.entries.forEach((entry, index) => {
    const own = flags[index]!;
    const exact = figures.has(index);
    if (own === 0 && exact) return;
    const fallback = (['mean', 'median', 'refuse'] as const).find((key) => (own & scoreFlags[key]) !== 0) ?? null;
    concerned.push({
      row: { entry },
      score: {
        exact: exact || null,
        fallback,
        leavesFew: (own & scoreFlags.leavesFew) !== 0,
        ...((own & scoreFlags.refused) === 0 ? {} : { refusal: 'judge-lists-differ' as const }),
      },
    });
  });
  return outcomeWarnings(concerned.sort((left, right) => compareCodePoints(left.row.entry, right.row.entry)));
}
