import type { ComponentKey, StageRules } from '../contest/stage-rules.js';
import { parseDecimal } from '../decimal/parse-decimal.js';
import { Rational } from '../decimal/rational.js';
import { print, rounded } from './entry-score.js';
import type { ScoredEntry } from './score-entries.js';
import type { InsufficientReason, StageTallyContext } from './stage-tally-types.js';

export interface StageScore {
  readonly exact: Rational | null;
  readonly reason: InsufficientReason | null;
  readonly components: Readonly<Partial<Record<ComponentKey, string>>>;
}

/**
 * An entry's stage score: Σ share × component, each component as published, less the stage's deduction. With one
 * component of share 1 the panel's unrounded score passes through, so that `rankOn: 'exact'` sees it.
 */
export function stageScore(scored: ScoredEntry, rules: StageRules, context: StageTallyContext): StageScore {
  const { entry, sheets } = scored.row;
  const places = rules.rounding.total;
  const experts = scored.score.exact;
  if (scored.score.refusal) return insufficient(scored.score.refusal);
  if (scored.score.fallback === 'refuse') return insufficient('too-few-scores-to-trim');
  if (sheets.length < rules.panel.floor || experts === null) return insufficient('below-panel-floor');
  const published: Readonly<Record<Exclude<ComponentKey, 'experts'>, string | undefined>> = {
    public: ownValue(context.publicScores, entry),
    'previous-stage': ownValue(context.previousStageScores, entry),
  };
  const components: Partial<Record<ComponentKey, string>> = {};
  let exact = Rational.zero;
  for (const { key, share } of rules.components) {
    const other = key === 'experts' ? null : published[key];
    if (key !== 'experts' && other === undefined) return insufficient(`${key}-score-missing`);
    const value = other === null ? experts : parseDecimal(other);
    components[key] = print(rounded(value, places), places);
    const isWhole = rules.components.length === 1;
    exact = exact.plus((isWhole ? value : rounded(value, places)).times(parseDecimal(share)));
  }
  const deduction = ownValue(context.stageDeductions, entry);
  return { exact: deduction === undefined ? exact : exact.minus(parseDecimal(deduction)), reason: null, components };
}

/** No stage score, and why. */
export function insufficient(reason: InsufficientReason): StageScore {
  return { exact: null, reason, components: {} };
}

function ownValue(record: Readonly<Record<string, string>> | undefined, entry: string): string | undefined {
  return record && Object.hasOwn(record, entry) ? record[entry] : undefined;
}
