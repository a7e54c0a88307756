import type { StageRules } from '../contest/stage-rules.js';
import { parseDecimal } from '../decimal/parse-decimal.js';
import type { Rational } from '../decimal/rational.js';
import { breakTies, type TieLadder } from '../ranking/break-ties.js';
import type { TieCandidate } from '../ranking/computed-tie-keys.js';
import { rounded } from './entry-score.js';
import { compareTieBreaks } from './ranked-entries.js';
import type { ScoredEntry } from './score-entries.js';
import { insufficient, type StageScore } from './stage-score.js';
import type { RowTie, StageTallyContext } from './stage-tally-types.js';
import type { TallyComponent } from './tally-result.js';

export interface StageEntry {
  readonly scored: ScoredEntry;
  readonly stage: StageScore;
}

export interface StagePlace extends StageEntry {
  readonly group: string;
  readonly rank: number | null;
  readonly tie: RowTie | null;
}

interface FiguredEntry extends StageEntry {
  readonly figure: Rational;
  /** What the method itself parts equal figures by. */
  readonly tieBreak: Rational | undefined;
}

/**
 * Ranks entries within their groups on the figure that the rules name, and takes equal figures down the ladder.
 *
 * @param parts between which scores may not be compared: a group that lies in several is not ranked; null for none
 */
export function rankStage(
  entries: readonly StageEntry[],
  rules: StageRules,
  context: StageTallyContext,
  parts: readonly TallyComponent[] | null = null,
): StagePlace[] {
  const byGroup = new Map<string, StageEntry[]>();
  for (const entry of entries) {
    const group = groupOf(entry.scored.row.entry, context);
    const members = byGroup.get(group) ?? [];
    members.push(entry);
    byGroup.set(group, members);
  }
  const ladder = tieLadder(rules, context);
  const partOf = new Map(parts?.flatMap((part) => part.entries.map((entry) => [entry, part] as const)));
  return [...byGroup].flatMap(([group, all]) => {
    const members = comparable(all, partOf);
    return [
      ...rankGroup(
        members.flatMap((entry) => figured(entry, rules)),
        ladder,
        context,
      ).map((place) => ({ ...place, group })),
      ...members
        .filter(({ stage }) => stage.exact === null)
        .map((entry) => ({ ...entry, group, rank: null, tie: null })),
    ];
  });
}

/** The same entries, without scores where these come from more than one part. */
function comparable(
  members: readonly StageEntry[],
  partOf: ReadonlyMap<string, TallyComponent>,
): readonly StageEntry[] {
  const scored = members.filter(({ stage }) => stage.exact !== null);
  const reached = new Set(scored.map((member) => partOf.get(member.scored.row.entry)));
  if (reached.size <= 1) return members;
  return members.map((member) =>
    member.stage.exact === null ? member : { ...member, stage: insufficient('components-not-comparable') },
  );
}

function figured(entry: StageEntry, rules: StageRules): FiguredEntry[] {
  const { exact } = entry.stage;
  if (exact === null) return [];
  const figure = rules.rankOn === 'exact' ? exact : rounded(exact, rules.rounding.total);
  // Beside another component, equal stage scores are no equal scores of the panel.
  const tieBreak = rules.components.length === 1 ? entry.scored.score.tieBreak : undefined;
  return [{ ...entry, figure, tieBreak }];
}

function rankGroup(
  members: readonly FiguredEntry[],
  ladder: TieLadder,
  context: StageTallyContext,
): Omit<StagePlace, 'group'>[] {
  const sorted = [...members].sort((left, right) => compareFigures(right, left));
  const places: Omit<StagePlace, 'group'>[] = [];
  for (let start = 0; start < sorted.length;) {
    let end = start + 1;
    while (end < sorted.length && isTied(sorted[end - 1] as FiguredEntry, sorted[end] as FiguredEntry)) end += 1;
    places.push(...placeTied(sorted.slice(start, end), start, ladder, context));
    start = end;
  }
  return places;
}

function isTied(left: FiguredEntry, right: FiguredEntry): boolean {
  return compareFigures(left, right) === 0;
}

/** Ascending. */
function compareFigures(left: FiguredEntry, right: FiguredEntry): number {
  return left.figure.compareTo(right.figure) || compareTieBreaks(left.tieBreak, right.tieBreak);
}

/** @param ahead entries of the group that stand above all of these */
function placeTied(
  tied: readonly FiguredEntry[],
  ahead: number,
  ladder: TieLadder,
  context: StageTallyContext,
): Omit<StagePlace, 'group'>[] {
  const byId = new Map(tied.map((entry) => [entry.scored.row.entry, entry]));
  let rank = ahead + 1;
  return breakTies(
    tied.map((entry) => tieCandidate(entry, context)),
    ladder,
  ).flatMap((place) => {
    const { resolvedBy, nextStep } = place;
    const tie = tied.length > 1 ? { size: tied.length, resolvedBy, nextStep } : null;
    const placed = place.entries.flatMap((id) => {
      const entry = byId.get(id);
      return entry ? [{ scored: entry.scored, stage: entry.stage, rank, tie }] : [];
    });
    rank += place.entries.length;
    return placed;
  });
}

function tieLadder(rules: StageRules, context: StageTallyContext): TieLadder {
  return {
    steps: rules.tieLadder,
    criteria: rules.rubric.criteria
      .filter(({ counted }) => counted)
      .map(({ key, factor, maximum }) => ({ key, factor: parseDecimal(factor), maximum: parseDecimal(maximum) })),
    decisions: context.decisions ?? [],
  };
}

function tieCandidate({ scored }: StageEntry, context: StageTallyContext): TieCandidate {
  const { entry } = scored.row;
  const scores = context.previousStageScores ?? {};
  const previous = Object.hasOwn(scores, entry) ? scores[entry] : undefined;
  return {
    entry,
    previousStageScore: previous === undefined ? null : parseDecimal(previous),
    criteria: scored.score.panelScores,
    sheetTotals: scored.totals.filter((total) => total !== null),
  };
}

function groupOf(entry: string, { groups }: StageTallyContext): string {
  return groups && Object.hasOwn(groups, entry) ? (groups[entry] ?? '') : '';
}
