import { judgeStatistics, type TallyWarning, type TallyWarningCode, tallyWarningText } from '#domain';
import { rankUncertainty } from './rank-uncertainty.js';
import { readScores } from './reading/read-scores.js';
import { InputRefused } from './refusals.js';
import { shownOptions } from './shown-options.js';
import type { Tallied } from './tallied.js';
import { tallyComparisons } from './tally-comparisons.js';
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
  const tallied = read.kind === 'pairs' ? tallyComparisons(file, read, request) : tallySheets(file, read, request);
  const refused = tallied.warnings.find(({ code }) => refusals.has(code));
  if (refused) throw new InputRefused({ file }, warningSentence(refused));
  const { rows, criteria, components, variance, intercept, remlCriterion } = tallied;
  const uncertainty = rankUncertainty(tallied, request.uncertainty, request.rounding.total ?? null);
  return {
    method: request.method,
    options: shownOptions(request, criteria),
    components,
    rows,
    criteria: criteria.map(({ key }) => key).filter((key) => key !== ''),
    uncertaintyOf: uncertainty.ofEntry,
    judges: tallied.judges.length > 0 ? () => judgeReports(tallied) : null,
    ...{ variance, intercept, remlCriterion },
    lines: uncertainty.lines,
    lineTexts: uncertainty.lineTexts,
    warnings: [...tallied.warnings.map(shownWarning), ...uncertainty.warnings],
  };
}

/** Each judge's effect, with the residual statistics that are not withheld. */
function judgeReports({ judges, estimate }: Tallied): JudgeReport[] {
  const { design } = estimate();
  const statistics = new Map(
    design ? judgeStatistics({ design, fit: null }).map(({ judge, fit }) => [judge, fit.value]) : [],
  );
  return judges.map((row) => {
    const { infit, outfit } = statistics.get(row.judge) ?? {};
    return { ...row, ...(infit === undefined ? {} : { infit, outfit }) };
  });
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
