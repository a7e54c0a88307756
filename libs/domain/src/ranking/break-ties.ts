import type { TieStep } from '../contest/stage-rules.js';
import type { Rational } from '../decimal/rational.js';
import { compareCodePoints } from '../identifier/compare-code-points.js';
import { type ComputedTieStep, computedTieKeys, type TieCandidate, type TieCriterion } from './computed-tie-keys.js';
import type { TieDecision } from './tie-decision.js';

export interface TieLadder {
  readonly steps: readonly TieStep[];
  /** Counted criteria in rubric order. */
  readonly criteria: readonly TieCriterion[];
  readonly decisions: readonly TieDecision[];
}

/** One place among tied entries: a single entry, or several that share it. */
export interface TiePlace {
  /** In code point order. */
  readonly entries: readonly string[];
  /** The step that made the place; null while it is unresolved. */
  readonly resolvedBy: TieStep | null;
  /** The step that people must take next. */
  readonly nextStep: TieStep | null;
}

/**
 * Takes tied entries down the ladder, best place first. What a step can't part goes on to the next; a step that needs
 * people stops until their decision is recorded, or until they decide to share. The order of input decides nothing.
 *
 * @param tied at least one entry
 */
export function breakTies(tied: readonly TieCandidate[], ladder: TieLadder): TiePlace[] {
  return descend(
    [...tied].sort((a, b) => compareCodePoints(a.entry, b.entry)),
    ladder,
    0,
    null,
  );
}

function descend(
  group: readonly TieCandidate[],
  ladder: TieLadder,
  depth: number,
  partedBy: TieStep | null,
): TiePlace[] {
  const entries = group.map(({ entry }) => entry);
  if (group.length === 1) return [{ entries, resolvedBy: partedBy, nextStep: null }];
  const step = ladder.steps[depth];
  if (isComputed(step)) {
    return continueWith(split(group, computedTieKeys(step, group, ladder.criteria)), ladder, depth, step);
  }
  if (step === 'shared' || findDecision('shared', entries, ladder)) {
    return [{ entries, resolvedBy: 'shared', nextStep: null }];
  }
  const decision = step && findDecision(step, entries, ladder);
  if (!decision) return [{ entries, resolvedBy: null, nextStep: step ?? null }];
  const places = decision.order.map((place) => group.filter(({ entry }) => place.includes(entry)));
  return continueWith(places, ladder, depth, decision.step);
}

function isComputed(step: TieStep | undefined): step is ComputedTieStep {
  return step !== undefined && !['panel-vote', 'extra-round', 'shared'].includes(step);
}

function continueWith(
  places: readonly (readonly TieCandidate[])[],
  ladder: TieLadder,
  depth: number,
  step: TieStep,
): TiePlace[] {
  return places.filter((place) => place.length > 0).flatMap((place) => descend(place, ladder, depth + 1, step));
}

/** Highest key first, keys compared one after the other; equal keys stay together. */
function split(group: readonly TieCandidate[], keys: readonly (readonly Rational[])[]): TieCandidate[][] {
  const rows = group.map((candidate, index) => ({ candidate, key: keys[index] ?? [] }));
  rows.sort((a, b) => compareKeys(b.key, a.key));
  const places: TieCandidate[][] = [];
  rows.forEach(({ candidate, key }, index) => {
    const previous = rows[index - 1];
    if (previous && compareKeys(previous.key, key) === 0) places.at(-1)?.push(candidate);
    else places.push([candidate]);
  });
  return places;
}

function compareKeys(left: readonly Rational[], right: readonly Rational[]): number {
  for (const [index, value] of left.entries()) {
    const other = right[index];
    const order = other ? value.compareTo(other) : 0;
    if (order !== 0) return order;
  }
  return 0;
}

function findDecision(
  step: TieDecision['step'],
  entries: readonly string[],
  { decisions }: TieLadder,
): TieDecision | undefined {
  return decisions.find((decision) => {
    const named = new Set(decision.order.flat());
    return decision.step === step && entries.every((entry) => named.has(entry));
  });
}
