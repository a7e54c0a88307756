import { parseDecimal } from '../decimal/parse-decimal.js';
import { toDecimalString } from '../decimal/to-decimal-string.js';
import { canonicalJson } from '../hashing/canonical-json.js';
import { hashJson } from '../hashing/hash-json.js';
import { compareCodePoints } from '../identifier/compare-code-points.js';
import type { StageTallyContext } from './stage-tally-types.js';
import type { TallySheet } from './tally-input.js';

/**
 * SHA-256 of all that a stage's tally reads, 64 hex digits: independent of row order and of how a decimal is spelt
 * ("87.5" and "87.50" are one score).
 *
 * @param rulesHash from `hashStageRules`
 */
export function hashTallyInputs(
  rulesHash: string,
  sheets: readonly TallySheet[],
  context: StageTallyContext = {},
): string {
  const rows = sheets
    .map(({ entry, judge, scores, deduction }) => ({
      entry,
      judge,
      scores: scores
        .map(({ criterion, score }) => [criterion, spelling(score)] as const)
        .sort(([left], [right]) => compareCodePoints(left, right)),
      deduction: deduction === null || deduction === undefined ? null : spelling(deduction),
    }))
    .sort((a, b) => compareCodePoints(a.entry, b.entry) || compareCodePoints(a.judge, b.judge));
  return hashJson({
    rulesHash,
    sheets: rows,
    entries: [...(context.entries ?? [])].sort(compareCodePoints),
    groups: context.groups ?? {},
    previousStageScores: spellings(context.previousStageScores),
    // Only where there are any: stages without a public keep the hash that was published.
    ...(context.publicScores === undefined ? {} : { publicScores: spellings(context.publicScores) }),
    stageDeductions: spellings(context.stageDeductions),
    decisions: (context.decisions ?? [])
      .map(({ step, order }) => ({ step, order: order.map((place) => [...place].sort(compareCodePoints)) }))
      .sort((a, b) => compareCodePoints(canonicalJson(a), canonicalJson(b))),
  });
}

function spelling(decimal: string): string {
  return toDecimalString(parseDecimal(decimal));
}

function spellings(decimals: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(decimals).map(([entry, decimal]) => [entry, spelling(decimal)]));
}
