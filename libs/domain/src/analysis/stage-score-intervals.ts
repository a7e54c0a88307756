import type { StageRules } from '../contest/stage-rules.js';
import { Rational } from '../decimal/rational.js';
import type { StageTallyRow } from '../scoring/stage-tally-types.js';
import type { SheetDesign } from '../severity/sheet-design.js';
import { intervalsOfMedians } from '../uncertainty/intervals-of-medians.js';
import type { ScoreIntervalColumns } from './closed-analysis.js';
import { panelShare } from './declared-estimate.js';

/**
 * The exact interval of each stage score by the median, from its sheets' totals: moved by what is added to the panel's
 * score, and narrowed by the panel's share. An entry of too few sheets for the confidence has none.
 *
 * @param rows of the group by the declared tally: the result is in their order
 * @returns null for every other method, whose uncertainty is a standard error
 */
export function stageScoreIntervals(
  rules: StageRules,
  design: SheetDesign,
  rows: readonly StageTallyRow[],
  confidence: number,
): ScoreIntervalColumns | null {
  if (rules.method.key !== 'median') return null;
  const intervals = intervalsOfMedians(design, confidence);
  const indexOf = new Map(design.entries.map((entry, index) => [entry, index]));
  const share = panelShare(rules);
  const columns = rows.map(({ entry, exact }) => {
    const interval = intervals[indexOf.get(entry) ?? -1];
    if (!interval || exact === null) return null;
    const score = Rational.of(BigInt(exact.numerator), BigInt(exact.denominator)).toNumber();
    const rest = score - share * interval.median;
    const { lowest, highest, coverage } = interval;
    return { lowest: rest + share * lowest, highest: rest + share * highest, coverage };
  });
  const column = (key: 'lowest' | 'highest' | 'coverage') => columns.map((interval) => interval && interval[key]);
  return { lowest: column('lowest'), highest: column('highest'), coverage: column('coverage') };
}
