import { compareCodePoints } from '../identifier/compare-code-points.js';
import { rankEntries, type RankConvention } from '../ranking/rank-entries.js';
import { connectedComponents } from './connected-components.js';
import { print, printPanelScores, rounded } from './entry-score.js';
import { exactFraction } from './exact-fraction.js';
import { judgeMeans } from './judge-means.js';
import { scoreEntries, type ScoredEntry } from './score-entries.js';
import type { TallyInput } from './tally-input.js';
import type { TallyEntry, TallyResult } from './tally-result.js';
import type { TallySettings } from './tally-settings.js';

/**
 * Scores and ranks entries from their counted sheets, exactly, by one method of the registry.
 *
 * @throws DomainError `tally-option-invalid` (with `problems`), `not-a-decimal`, `criterion-unknown`,
 *   `score-duplicated`, or `scores-missing` where the method has no policy for them.
 * @example tally({ sheets, criteria: [{ key: 'pitch', factor: '1' }], method: 'mean', rounding: { total: 2 } })
 */
export function tally(input: TallyInput): TallyResult {
  const { settings, scored, sheets, warnings } = scoreEntries(input);
  return {
    entries: rankedEntries(scored, settings, input.ties),
    components: connectedComponents(sheets),
    judges: judgeMeans(sheets),
    warnings,
  };
}

function rankedEntries(scored: readonly ScoredEntry[], settings: TallySettings, ties?: RankConvention): TallyEntry[] {
  const places = settings.rounding.total;
  const byFigure = scored
    .flatMap((entry) => (entry.score.exact ? [{ entry, figure: rounded(entry.score.exact, places) }] : []))
    .sort((a, b) => b.figure.compareTo(a.figure) || compareCodePoints(a.entry.row.entry, b.entry.row.entry));
  const ranks = rankEntries(byFigure, (a, b) => a.figure.equals(b.figure), ties);
  const ranked = byFigure.map(({ entry, figure }, index) =>
    tallyEntry(entry, settings, { score: print(figure, places), rank: ranks[index] ?? null }),
  );
  const insufficient = scored
    .filter(({ score }) => !score.exact)
    .map((entry) => tallyEntry(entry, settings, { score: null, rank: null }));
  return [...ranked, ...insufficient];
}

function tallyEntry(
  { row, totals, score, standardError: error }: ScoredEntry,
  settings: TallySettings,
  place: Pick<TallyEntry, 'score' | 'rank'>,
): TallyEntry {
  const { exact } = score;
  return {
    entry: row.entry,
    sheets: settings.byCriterion ? row.sheets.length : totals.filter((total) => total !== null).length,
    outcome: exact ? 'ranked' : 'insufficient',
    score: place.score,
    exact: exact && exactFraction(exact),
    criteria: printPanelScores(score, settings),
    rank: place.rank,
    standardError: exact ? error : null,
  };
}
