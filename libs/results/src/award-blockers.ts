import type { AwardAllocation } from '#domain';
import type { AwardSource, RankedRow } from './award-sources.query.js';

export const awardBlockerCodes = [
  'no-award-stage',
  'window-open',
  'tally-missing',
  'tally-pending',
  'shadow-differs',
  'sheets-insufficient',
  'tie-at-award-line',
] as const;
export type AwardBlockerCode = (typeof awardBlockerCodes)[number];

/** Why a list cannot be frozen yet; `entries` are entry numbers, as the organiser knows them. */
export interface AwardListBlocker {
  readonly code: AwardBlockerCode;
  readonly stageKey: string | null;
  readonly stageName: { readonly zh: string; readonly en: string } | null;
  readonly entries: readonly number[];
  readonly rank: number | null;
}

/** What stands in the way before any award is looked at: the close wizard's list. */
export function sourceBlockers(sources: readonly AwardSource[]): AwardListBlocker[] {
  if (sources.length === 0) return [blocker('no-award-stage', null)];
  return sources.flatMap((source) => {
    const found: AwardListBlocker[] = [];
    if (!source.windowClosed) found.push(blocker('window-open', source));
    if (source.runId === null) found.push(blocker('tally-missing', source));
    if (source.pendingTallies > 0) found.push(blocker('tally-pending', source));
    if (source.shadow === 'differs') found.push(blocker('shadow-differs', source));
    return found;
  });
}

/** Entries with too few sheets: they are scored, or they leave the stage, before awards are given. */
export function insufficientBlockers(source: AwardSource, rows: readonly RankedRow[]): AwardListBlocker[] {
  const short = rows.filter((row) => row.outcome === 'insufficient').map((row) => row.entryNumber);
  return short.length === 0 ? [] : [{ ...blocker('sheets-insufficient', source), entries: short }];
}

export function tieBlockers(
  source: AwardSource,
  allocation: AwardAllocation,
  rows: readonly RankedRow[],
): AwardListBlocker[] {
  return allocation.blockers.map((tie) => ({
    code: tie.code,
    stageKey: source.stageKey,
    stageName: source.stageName,
    rank: tie.rank,
    entries: rows.filter((row) => tie.entries.includes(row.entryId)).map((row) => row.entryNumber),
  }));
}

function blocker(code: AwardBlockerCode, source: AwardSource | null): AwardListBlocker {
  return { code, stageKey: source?.stageKey ?? null, stageName: source?.stageName ?? null, entries: [], rank: null };
}
