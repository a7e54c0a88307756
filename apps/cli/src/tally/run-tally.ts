import type { TallyWarning, TallyWarningCode } from '#domain';
import { tallyWarningText } from '#domain/scoring/tally-warning-texts';
import { readScores } from './reading/read-scores.js';
import type { RankUncertainty } from './rank-uncertainty.js';
import { InputRefused } from './refusals.js';
import { shownOptions } from './shown-options.js';
import type { Tallied } from './tallied.js';
import type { TypedOptions } from './tally-options.js';
import type { JudgeReport, TallyReport } from './tally-report.js';
import type { TallyRequest } from './tally-request.js';
import { tallySheets } from './tally-sheets.js';
import { warningSentence } from './warning-sentence.js';

/** Warnings after which the command prints no result. */
const refusals: ReadonlySet<TallyWarningCode> = new Set(['too-few-scores-to-trim', 'judge-lists-differ']);

/**
 * Reads the file and tallies it.
 *
 * @throws WrongUsage, InputRefused
 */
export async function runTally(file: string, typed: TypedOptions, request: TallyRequest): Promise<TallyReport> {
  const read = await readScores(file, typed, request);
  const tallied =
    read.kind === 'pairs'
      ? (await import('./tally-comparisons.js')).tallyComparisons(file, read, request)
      : tallySheets(file, read, request);
  const refused = tallied.warnings.find(({ code }) => refusals.has(code));
  if (refused) throw new InputRefused({ file }, warningSentence(refused));
  const { rows, criteria, components, variance, intercept, remlCriterion } = tallied;
  const uncertainty = await uncertaintyOf(tallied, request);
  const judges = tallied.judges.length > 0 ? await judgeReports(tallied) : null;
  return {
    method: request.method,
    options: shownOptions(request, criteria),
    components,
    rows,
    criteria: criteria.map(({ key }) => key).filter((key) => key !== ''),
    uncertaintyOf: uncertainty.ofEntry,
    judges,
    ...{ variance, intercept, remlCriterion },
    lines: uncertainty.lines,
    lineTexts: uncertainty.lineTexts,
    warnings: [...tallied.warnings.map(shownWarning), ...uncertainty.warnings],
  };
}

/** Loaded only where it is asked for. */
async function uncertaintyOf(tallied: Tallied, request: TallyRequest): Promise<RankUncertainty> {
  const { uncertainty } = request;
  if (!uncertainty.intervals && uncertainty.lines.length === 0) {
    return { ofEntry: null, lines: null, lineTexts: [], warnings: [] };
  }
  const { rankUncertainty } = await import('./rank-uncertainty.js');
  return rankUncertainty(tallied, request);
}

/** Each judge's effect, with the residual statistics that are not withheld. */
async function judgeReports({ judges, estimate }: Tallied): Promise<() => JudgeReport[]> {
  const { judgeStatistics } = await import('#domain/reliability/judge-statistics');
  return () => {
    const { design } = estimate();
    const statistics = new Map(
      design ? judgeStatistics({ design, fit: null }).map(({ judge, fit }) => [judge, fit.value]) : [],
    );
    return judges.map((row) => {
      const { infit, outfit } = statistics.get(row.judge) ?? {};
      return { ...row, ...(infit === undefined ? {} : { infit, outfit }) };
    });
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
