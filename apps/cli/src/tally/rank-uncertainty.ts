import type { AwardLine, IntervalOfMedian, RankFigure, RankWithheld, ScoreEstimate, UncertaintyFigure } from '#domain';
import { awardLineTexts } from '#domain/uncertainty/award-line-texts';
import { awardLines } from '#domain/uncertainty/award-lines';
import { expectedRanks } from '#domain/uncertainty/expected-ranks';
import { belowUncertaintyFloor } from '#domain/uncertainty/floors';
import { intervalsOfMedians } from '#domain/uncertainty/intervals-of-medians';
import { rankIntervals } from '#domain/uncertainty/rank-intervals';
import { rankWithheldTexts } from '#domain/uncertainty/rank-withheld-texts';
import type { Tallied } from './tallied.js';
import type { TallyRequest } from './tally-request.js';
import type { UncertaintyRequest } from './uncertainty-request.js';

/** What is known of one entry's rank, and of a median; absent where it is withheld. */
export interface EntryUncertainty {
  readonly expectedRank?: number;
  readonly rankInterval?: readonly [lowest: number, highest: number];
  readonly scoreInterval?: readonly [lowest: number, highest: number];
}

export interface RankUncertainty {
  /** Null where rank intervals were not asked for. */
  readonly ofEntry: ((entry: string) => EntryUncertainty) | null;
  /** Null where no line was asked for. */
  readonly lines: readonly AwardLine[] | null;
  /** What is to be read at each line. */
  readonly lineTexts: readonly string[];
  readonly warnings: readonly {
    readonly code: 'rank-uncertainty-withheld';
    readonly message: string;
    readonly figure: string;
  }[];
}

/** How sure the ranks are, and of medians, whose error has no standard, the exact intervals. */
export function rankUncertainty(
  tallied: Tallied,
  { uncertainty: request, method, rounding }: Pick<TallyRequest, 'uncertainty' | 'method' | 'rounding'>,
): RankUncertainty {
  const warnings: RankUncertainty['warnings'][number][] = [];
  const { estimate, design } = tallied.estimate();
  const shown = <T>(figure: UncertaintyFigure, compute: () => RankFigure<T>): T | null => {
    const { value, withheld } = (design && belowUncertaintyFloor(figure, design)) ?? compute();
    if (withheld) warnings.push(withheldWarning(figure, withheld));
    return value;
  };
  const medians = method === 'median' && design ? intervalsOfMedians(design, request.confidence) : [];
  const ofEntry = request.intervals ? entryUncertainty(estimate, request, { shown, medians }) : null;
  const lines = request.lines.length > 0 ? linesOf(estimate, request, shown) : null;
  const lineTexts = (lines ?? []).map(
    (line) =>
      awardLineTexts(line, {
        confidence: request.confidence,
        ...(rounding.total === undefined ? {} : { decimals: rounding.total }),
      }).en,
  );
  return { ofEntry, lines: lines?.map(roundedLine) ?? null, lineTexts, warnings };
}

type Shown = <T>(figure: UncertaintyFigure, compute: () => RankFigure<T>) => T | null;

/** @param medians by index of the entry; empty for another method */
function entryUncertainty(
  estimate: ScoreEstimate,
  request: UncertaintyRequest,
  { shown, medians }: { readonly shown: Shown; readonly medians: readonly (IntervalOfMedian | null)[] },
) {
  const ranks = shown('expected-rank', () => expectedRanks(estimate));
  const intervals = shown('rank-interval', () => rankIntervals(estimate, request));
  const indexOf = new Map(estimate.entries.map((entry, index) => [entry, index]));
  return (entry: string): EntryUncertainty => {
    const index = indexOf.get(entry) ?? -1;
    const rank = ranks?.[index] ?? NaN;
    const lowest = intervals?.lowest[index] ?? 0;
    const median = medians[index];
    return {
      ...(Number.isNaN(rank) ? {} : { expectedRank: atNineDecimals(rank) }),
      ...(lowest === 0 ? {} : { rankInterval: [lowest, intervals?.highest[index] ?? 0] }),
      ...(median ? { scoreInterval: [atNineDecimals(median.lowest), atNineDecimals(median.highest)] } : {}),
    };
  };
}

/** Below the floor a line has its gap, and nothing is said of how sure it is. */
function linesOf(estimate: ScoreEstimate, request: UncertaintyRequest, shown: Shown): AwardLine[] {
  const lines = awardLines(estimate, request.lines, request.confidence);
  const isShown = shown('award-line', () => ({ value: true, withheld: null })) ?? false;
  if (isShown) return lines;
  return lines.map(({ after, gap }) => ({
    ...{ after, gap },
    ...{ standardError: null, probabilityReversed: null, candidates: null },
  }));
}

function roundedLine({ gap, standardError, probabilityReversed, ...line }: AwardLine): AwardLine {
  return {
    after: line.after,
    gap: gap && atNineDecimals(gap),
    standardError: standardError && atNineDecimals(standardError),
    probabilityReversed: probabilityReversed && atNineDecimals(probabilityReversed),
    candidates: line.candidates,
  };
}

function atNineDecimals(value: number): number {
  return Number(value.toFixed(9));
}

function withheldWarning(figure: string, { reason, needed, present }: RankWithheld) {
  const message = rankWithheldTexts[reason].en
    .replace('Withheld: ', `${figure} withheld: `)
    .replace('{needed}', String(needed))
    .replace('{present}', String(present))
    .replace(/\.$/, '');
  return { code: 'rank-uncertainty-withheld', message, figure } as const;
}
