import { compareCodePoints } from '../identifier/compare-code-points.js';
import { type AwardStanding, awardStandings, type RankedEntry } from './award-standing.js';

/** How one sheet may be changed: by whole steps of the scale, within it. */
export interface SheetChange<S> {
  /** Steps that are left up to the highest and down to the lowest score. */
  readonly roomOf: (sheet: S) => { readonly up: number; readonly down: number };
  /** The sheet with that many steps added (below 0: taken). */
  readonly moved: (sheet: S, steps: number) => S;
}

export interface SheetFlip {
  readonly entry: string;
  readonly judge: string;
  /** Whole steps of the scale; below 0: taken. */
  readonly steps: number;
}

/** The least that must change on a single sheet for an award line to fall otherwise. */
export interface LineFlip {
  readonly after: number;
  /** Null where no sheet within the scale and the reach does it. */
  readonly steps: number | null;
  /** All sheets for which that many steps do it, by entry, then judge. */
  readonly flips: readonly SheetFlip[];
}

export interface SheetFlipOptions {
  /** Award lines. */
  readonly places: readonly number[];
  /** Entries on each side of a line whose sheets are tried, nearest first, ties whole (10). */
  readonly reach?: number;
}

interface Sheet {
  readonly entry: string;
  readonly judge: string;
}

/**
 * How few points of one judge would change who is above each line: sheets of entries below raised, of entries above
 * lowered, of entries that the line ties both. A line flips when any entry's standing at it changes, so reaching a tie
 * at the line counts.
 *
 * The number of steps is found by halving, which finds the least where a further step never undoes a change: so for
 * every method in which an entry's own score follows its sheet and the others' stay. Where one sheet moves others'
 * scores too (`standardised`, `severity-adjusted`, `borda`), a flip that is reported is real, but a smaller one could
 * escape. Rankings computed: two or three a sheet tried, and log₂ of the scale's steps where a smaller change is found.
 *
 * @param rank the method
 * @param change how a sheet of it is changed; leave `moved` exact, in decimals
 */
export function sheetFlips<S extends Sheet>(
  sheets: readonly S[],
  rank: (sheets: readonly S[]) => readonly RankedEntry[],
  change: SheetChange<S>,
  { places, reach = 10 }: SheetFlipOptions,
): LineFlip[] {
  const ranking = rank(sheets);
  return places.map((after) => {
    const standings = awardStandings(ranking, after);
    const near = entriesNear(ranking, after, reach);
    const flipsWith = (at: number, steps: number): boolean => {
      const changed = sheets.map((sheet, index) => (index === at ? change.moved(sheet, steps) : sheet));
      const then = awardStandings(rank(changed), after);
      return [...standings].some(([entry, standing]) => then.get(entry) !== standing);
    };
    let least = Infinity;
    let flips: SheetFlip[] = [];
    sheets.forEach((sheet, at) => {
      if (!near.has(sheet.entry)) return;
      for (const { sign, room } of directions(standings.get(sheet.entry) ?? 'below', change.roomOf(sheet))) {
        const found = leastSteps(Math.min(room, least), (steps) => flipsWith(at, sign * steps));
        if (found === null) continue;
        if (found < least) flips = [];
        least = found;
        flips.push({ entry: sheet.entry, judge: sheet.judge, steps: sign * found });
      }
    });
    flips.sort(
      (a, b) => compareCodePoints(a.entry, b.entry) || compareCodePoints(a.judge, b.judge) || a.steps - b.steps,
    );
    return { after, steps: flips.length > 0 ? least : null, flips };
  });
}

function directions(
  standing: AwardStanding,
  { up, down }: { readonly up: number; readonly down: number },
): { readonly sign: number; readonly room: number }[] {
  const raise = { sign: 1, room: up };
  const lower = { sign: -1, room: down };
  if (standing === 'tied') return [raise, lower];
  return [standing === 'below' ? raise : lower];
}

/** Ranked entries of the nearest ranks on each side of the line. */
function entriesNear(ranking: readonly RankedEntry[], after: number, reach: number): Set<string> {
  const ranks = ranking.flatMap(({ rank }) => rank ?? []).sort((left, right) => left - right);
  const highest = ranks[Math.max(0, after - reach)] ?? Infinity;
  const lowest = ranks[Math.min(ranks.length, after + reach) - 1] ?? -Infinity;
  return new Set(
    ranking.flatMap(({ entry, rank }) => (rank !== null && rank >= highest && rank <= lowest ? [entry] : [])),
  );
}

/** Smallest number of steps from 1 to `most` for which a condition that stays true holds, or null. */
function leastSteps(most: number, holds: (steps: number) => boolean): number | null {
  if (most < 1 || !holds(most)) return null;
  let [fails, works] = [0, most];
  // Most sheets that match the least so far do no better: try that first.
  if (most > 1 && !holds(most - 1)) return most;
  if (most > 1) works = most - 1;
  while (works - fails > 1) {
    const middle = Math.floor((fails + works) / 2);
    if (holds(middle)) works = middle;
    else fails = middle;
  }
  return works;
}
