import { Rational } from '../decimal/rational.js';
import type { StageRules } from '../contest/stage-rules.js';
import type { StageTallyRow } from '../scoring/stage-tally-types.js';
import type { SheetDesign } from '../severity/sheet-design.js';
import { medianInterval } from '../uncertainty/median-interval.js';
import { rangesOfEntries } from '../uncertainty/ranges-of-entries.js';
import type { ScoreIntervalColumns } from './closed-analysis.js';
import { panelShare } from './declared-estimate.js';

/**
 * The exact interval of each stage score by the median, from its sheets' totals: moved by what is added to the panel's
 * score, and narrowed by the panel's share. An entry of too few sheets for the confidence has none.
 *
 * @param rows of the group by the declared tally: the result is in their order
 * @returns null for every other method, whose uncertainty is a standard error
 */
export function medianIntervals(
  rules: StageRules,
  design: SheetDesign,
  rows: readonly StageTallyRow[],
  confidence: number,
): ScoreIntervalColumns | null {
  if (rules.method.key !== 'median') return null;
  const starts = rangesOfEntries(design);
  const indexOf = new Map(design.entries.map((entry, index) => [entry, index]));
  const share = panelShare(rules);
  const intervals = rows.map(({ entry, exact }) => {
    const index = indexOf.get(entry);
    if (index === undefined || exact === null) return null;
    const totals = design.totals.slice(starts[index], starts[index + 1]).sort();
    const interval = medianInterval(Array.from(totals), confidence);
    const score = Rational.of(BigInt(exact.numerator), BigInt(exact.denominator)).toNumber();
    const rest = score - share * middleOf(totals);
    return (
      interval && {
        lowest: rest + share * interval.lowest,
        highest: rest + share * interval.highest,
        coverage: interval.coverage,
      }
    );
  });
  const column = (key: 'lowest' | 'highest' | 'coverage') => intervals.map((interval) => interval && interval[key]);
  return { lowest: column('lowest'), highest: column('highest'), coverage: column('coverage') };
}

function middleOf(sorted: Float64Array): number {
  const upper = sorted.length >> 1;
  const lower = (sorted.length - 1) >> 1;
  return (sorted[lower]! + sorted[upper]!) / 2;
}
