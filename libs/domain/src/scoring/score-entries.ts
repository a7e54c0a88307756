import type { Rational } from '../decimal/rational.js';
import { DomainError } from '../errors/domain-error.js';
import { type EntryScore, entryScore } from './entry-score.js';
import type { JudgedTotal } from './judge-rows.js';
import { withMissingPolicy } from './missing-scores.js';
import { scoreTable, type TableEntry } from './score-table.js';
import { type FittedModel, scoreWholeTable, type WholeTableScores } from './score-whole-table.js';
import { sheetTotals } from './sheet-totals.js';
import { standardError } from './standard-error.js';
import type { TallyInput } from './tally-input.js';
import { tallyOptionProblems } from './tally-option-problems.js';
import type { TallyComponent, TallyWarning } from './tally-result.js';
import { entryFactors, type ExactSettings, isExact, tallySettings, type TallySettings } from './tally-settings.js';
import { notApplicableWarnings, outcomeWarnings } from './tally-warnings.js';

export interface ScoredEntry {
  readonly row: TableEntry;
  readonly totals: readonly (Rational | null)[];
  readonly score: EntryScore;
  readonly standardError: number | null;
}

export interface ScoredSheets {
  readonly settings: TallySettings;
  /** In code point order of the entry. */
  readonly scored: readonly ScoredEntry[];
  /** Counted sheets with their totals. */
  readonly sheets: readonly (JudgedTotal & { readonly entry: string })[];
  /** Null for a method that fits none. */
  readonly model: FittedModel | null;
  /** The parts between which scores may not be compared; null where all may. */
  readonly parts: readonly TallyComponent[] | null;
  readonly warnings: readonly TallyWarning[];
}

/** What `tally` and `stageTally` share: every entry's score as a fraction, not yet rounded in total and not yet ranked. */
export function scoreEntries(input: TallyInput): ScoredSheets {
  assertTallyOptions(input);
  const complete = scoreTable(input);
  const settings = tallySettings(input, complete.criteria);
  const { table, warnings } = withMissingPolicy(complete, settings.missing);
  const { scored, model, parts, ...applied } = isExact(settings)
    ? scoredRowByRow(table.entries, settings)
    : scoredTogether(table.entries, settings);
  return {
    settings,
    scored,
    sheets: scored.flatMap(({ row, totals }) =>
      row.sheets.map(({ judge }, index) => ({ entry: row.entry, judge, total: totals[index] ?? null })),
    ),
    model,
    parts,
    warnings: [...notApplicableWarnings(complete), ...warnings, ...applied.warnings, ...outcomeWarnings(scored)],
  };
}

/** @throws DomainError `tally-option-invalid` */
export function assertTallyOptions({
  method,
  options,
  rounding,
  criteria,
}: Pick<TallyInput, 'method' | 'options' | 'rounding' | 'criteria'>): void {
  const problems = tallyOptionProblems({ method, options, rounding });
  if (problems.length > 0) throw new DomainError('tally-option-invalid', { problems });
  const withMaximum = criteria.filter(({ maximum }) => typeof maximum === 'string').length;
  if (withMaximum > 0 && withMaximum < criteria.length) {
    throw new DomainError('tally-option-invalid', { reason: 'maxima are given for all criteria or for none' });
  }
}

interface ScoredTable extends Omit<WholeTableScores, 'scores'> {
  readonly scored: readonly ScoredEntry[];
}

function scoredRowByRow(rows: readonly TableEntry[], settings: ExactSettings): ScoredTable {
  const scored = rows.map((row) => {
    const factors = entryFactors(row, settings);
    const totals = sheetTotals(row, factors, settings);
    return {
      row,
      totals,
      score: entryScore(row, factors, totals, settings),
      standardError: standardError(row, factors, totals, settings),
    };
  });
  return { scored, model: null, parts: null, warnings: [] };
}

function scoredTogether(rows: readonly TableEntry[], settings: TallySettings): ScoredTable {
  const totalled = rows.map((row) => ({ row, totals: sheetTotals(row, entryFactors(row, settings), settings) }));
  const { scores, ...rest } = scoreWholeTable(totalled, settings);
  return {
    ...rest,
    scored: scores.map(({ standardError: error, ...score }, index) => ({
      ...(totalled[index] as (typeof totalled)[number]),
      score,
      standardError: error,
    })),
  };
}
