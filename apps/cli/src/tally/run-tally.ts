import {
  defaultPoints,
  DomainError,
  type MethodOptions,
  type ScoringMethodKey,
  type ColumnarTally,
  tallyColumns,
  type TallyCriterion,
  type TallyWarning,
  type TallyWarningCode,
  tallyWarningText,
} from '#domain';
import { readScores } from './reading/read-scores.js';
import { InputRefused, WrongUsage } from './refusals.js';
import type { FileScores } from './reading/score-builder.js';
import type { TypedOptions } from './tally-options.js';
import type { TallyReport } from './tally-report.js';
import type { TallyRequest } from './tally-request.js';
import { warningSentence } from './warning-sentence.js';

/** Warnings after which the command prints no result. */
const refusals: ReadonlySet<TallyWarningCode> = new Set(['too-few-scores-to-trim', 'judge-lists-differ']);

/**
 * Reads the file and tallies it.
 *
 * @throws WrongUsage, InputRefused
 */
export async function runTally(file: string, typed: TypedOptions, request: TallyRequest): Promise<TallyReport> {
  const scores = await readScores(file, typed, request.weights);
  const found = scores.sheets.columns.criteria;
  const criteria = namedCriteria(found, request);
  const result = tallied(file, scores, criteria, request);
  const refused = result.warnings.find(({ code }) => refusals.has(code));
  if (refused) throw new InputRefused({ file }, warningSentence(refused));
  const { variance, intercept, remlCriterion } = result;
  return {
    method: request.method,
    options: shownOptions(request, criteria),
    components: result.components,
    entries: { count: result.order.length, criteria: found, rowAt: result.rowAt, criteriaAt: result.criteriaAt },
    ...(result.judges.length > 0 ? { judges: result.judges } : {}),
    ...{ variance, intercept, remlCriterion },
    warnings: result.warnings.map(shownWarning),
  };
}

function shownWarning(warning: TallyWarning): TallyReport['warnings'][number] {
  return {
    code: warning.code,
    message: warningSentence(warning),
    advice: tallyWarningText(warning).advice.en,
    ...warning.details,
    entries: warning.entries,
    ...(warning.judges ? { judges: warning.judges } : {}),
  };
}

function namedCriteria(found: readonly string[], { weights, maxima }: TallyRequest): TallyCriterion[] {
  for (const [option, named] of [
    ['--weights', weights],
    ['--maxima', maxima],
  ] as const) {
    const absent = [...(named?.keys() ?? [])].find((name) => !found.includes(name));
    if (absent !== undefined) throw new WrongUsage(`${option}: the file has no criterion "${absent}"`);
  }
  const unnamed = maxima && found.find((name) => !maxima.has(name));
  if (typeof unnamed === 'string') throw new WrongUsage(`--maxima: criterion "${unnamed}" has no maximum`);
  return found.map((key) => ({ key, factor: weights?.get(key) ?? '1', maximum: maxima?.get(key) ?? null }));
}

function tallied(
  file: string,
  { sheets }: FileScores,
  criteria: readonly TallyCriterion[],
  request: TallyRequest,
): ColumnarTally {
  try {
    return tallyColumns({ ...request, sheets, criteria });
  } catch (error) {
    if (error instanceof DomainError && error.code === 'scores-missing') {
      throw new InputRefused({ file }, missingSentence(error.details, request.method));
    }
    throw error;
  }
}

function missingSentence(details: DomainError['details'], method: string): string {
  const cells = details.cells as readonly { entry: string; judge: string; criterion: string }[];
  const [first] = cells;
  const where = first ? `judge "${first.judge}" gave entry "${first.entry}" no score for "${first.criterion}"` : '';
  return `${where} (${String(details.count)} such scores in all); ${method} works on the totals of whole sheets: state --missing renormalise or --missing exclude-sheet`;
}

function shownOptions(request: TallyRequest, criteria: readonly TallyCriterion[]): TallyReport['options'] {
  const { missing } = request.options;
  const isWholeSheet = criteria.every(({ key }) => key === '');
  return {
    ...optionDefaults[request.method]?.(request.options),
    ...(missing === undefined ? {} : { missing }),
    ...(isWholeSheet ? {} : { weights: Object.fromEntries(criteria.map(({ key, factor }) => [key, factor])) }),
    normaliseWeights: request.normaliseWeights,
    rounding: request.rounding,
    ties: request.ties,
  };
}

/** Options of a method with their defaults: all of them stand in the output. */
const optionDefaults: Partial<Record<ScoringMethodKey, (options: MethodOptions) => MethodOptions>> = {
  'trimmed-mean': ({ trim = 1, trimBy = 'sheet', trimMinimum = 2 * trim + 1, trimFallback = 'mean' }) => ({
    trim,
    trimBy,
    trimMinimum,
    trimFallback,
  }),
  standardised: ({ ddof = 1, rescale = false }) => ({ ddof, rescale }),
  'severity-adjusted': ({ effects = 'random' }) => ({ effects }),
  positional: ({ points = defaultPoints }) => ({ points }),
};
