import type { StageRules } from '../contest/stage-rules.js';
import { toDecimalString } from '../decimal/to-decimal-string.js';
import { hashJson } from '../hashing/hash-json.js';
import { compareCodePoints } from '../identifier/compare-code-points.js';
import { judgeRows } from './judge-rows.js';
import { rankStage, type StagePlace } from './rank-stage.js';
import { scoreEntries } from './score-entries.js';
import { exactFraction } from './exact-fraction.js';
import { print, printPanelScores, rounded } from './entry-score.js';
import { stageScore } from './stage-score.js';
import type { StageTallyContext, StageTallyResult, StageTallyRow } from './stage-tally-types.js';
import type { TallySheet } from './tally-input.js';
import type { TallySettings } from './tally-settings.js';

/**
 * A stage's tally under its rules: panel floor, method, rounding, components, ranks and the tie ladder. The same
 * inputs give the same rows in the same order, and the same hash, wherever and in whatever order they are read.
 *
 * @param rules validated by `validateStageRules`
 * @param sheets the counted sheets: of each judge and entry the latest submitted one, voided and recused left out
 * @throws DomainError as `tally`
 */
export function stageTally(
  rules: StageRules,
  sheets: readonly TallySheet[],
  context: StageTallyContext = {},
): StageTallyResult {
  const counted = rules.rubric.criteria.filter((criterion) => criterion.counted);
  const isCounted = new Set(counted.map(({ key }) => key));
  const isKnown = new Set(rules.rubric.criteria.map(({ key }) => key));
  const scoredSheets = scoreEntries({
    // Criteria that are only recorded are left out here; unknown ones stay, to be refused.
    sheets: sheets.map((sheet) => ({
      ...sheet,
      scores: sheet.scores.filter(({ criterion }) => isCounted.has(criterion) || !isKnown.has(criterion)),
    })),
    criteria: counted.map(({ key, factor, maximum }) => ({ key, factor, maximum })),
    method: rules.method.key,
    options: rules.method.options,
    rounding: rules.rounding,
    entries: context.entries,
  });
  const { settings, scored, parts, warnings } = scoredSheets;
  const places = rankStage(
    scored.map((entry) => ({ scored: entry, stage: stageScore(entry, rules, context) })),
    rules,
    context,
    parts,
  );
  const rows = places.map((place) => stageRow(place, settings)).sort(compareRows);
  const judges = judgeRows(scoredSheets.sheets, scoredSheets.model);
  const { variance } = scoredSheets.model ?? {};
  const outputsHash = hashJson({ rows, judges, warnings });
  return { rows, judges, warnings, ...(variance ? { variance } : {}), outputsHash };
}

function stageRow({ scored, stage, group, rank, tie }: StagePlace, settings: TallySettings): StageTallyRow {
  const places = settings.rounding.total;
  const { exact, reason, components } = stage;
  const { tieBreak } = scored.score;
  return {
    entry: scored.row.entry,
    group,
    sheets: scored.row.sheets.length,
    outcome: exact ? 'ranked' : 'insufficient',
    reason,
    score: exact && print(rounded(exact, places), places),
    exact: exact && exactFraction(exact),
    components,
    criteria: exact ? printPanelScores(scored.score, settings) : {},
    standardError: exact ? scored.standardError : null,
    ...(exact && tieBreak ? { tieBreak: toDecimalString(tieBreak) } : {}),
    rank,
    tie,
  };
}

function compareRows(left: StageTallyRow, right: StageTallyRow): number {
  return (
    compareCodePoints(left.group, right.group) ||
    (left.rank ?? Infinity) - (right.rank ?? Infinity) ||
    compareCodePoints(left.entry, right.entry)
  );
}
