import { connectedComponents } from './connected-components.js';
import { printPanelScores } from './entry-score.js';
import { judgeRows } from './judge-rows.js';
import { modelResult } from './model-result.js';
import { rankedEntries, type UnrankedEntry } from './ranked-entries.js';
import { scoreEntries, type ScoredEntry } from './score-entries.js';
import type { TallyInput } from './tally-input.js';
import type { TallyResult } from './tally-result.js';
import type { TallySettings } from './tally-settings.js';

/**
 * Scores and ranks entries from their counted sheets by one method of the registry: exactly, or by a model in doubles
 * whose scores are cut to 9 decimals before anything is ranked on them.
 *
 * @throws DomainError `tally-option-invalid` (with `problems`), `not-a-decimal`, `criterion-unknown`,
 *   `score-duplicated`, or `scores-missing` where the method has no policy for them.
 * @example tally({ sheets, criteria: [{ key: 'pitch', factor: '1' }], method: 'mean', rounding: { total: 2 } })
 */
export function tally(input: TallyInput): TallyResult {
  const { settings, scored, sheets, model, parts, warnings } = scoreEntries(input);
  return {
    entries: rankedEntries(
      scored.map((entry) => unrankedEntry(entry, settings)),
      { places: settings.rounding.total, ties: input.ties, isComparable: parts === null },
    ),
    components: connectedComponents(sheets),
    judges: judgeRows(sheets, model),
    ...(model ? modelResult(model) : {}),
    warnings,
  };
}

function unrankedEntry({ row, totals, score, standardError }: ScoredEntry, settings: TallySettings): UnrankedEntry {
  const { exact, tieBreak, modelScore } = score;
  return {
    entry: row.entry,
    sheets: settings.byCriterion ? row.sheets.length : totals.filter((total) => total !== null).length,
    exact,
    criteria: printPanelScores(score, settings),
    standardError,
    ...(tieBreak ? { tieBreak } : {}),
    ...(modelScore === undefined ? {} : { modelScore }),
  };
}
