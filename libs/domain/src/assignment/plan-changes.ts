import type { EntryJudgePair } from './assignment-problem.js';

export interface PlanChanges {
  readonly kept: readonly EntryJudgePair[];
  readonly added: readonly EntryJudgePair[];
  readonly removed: readonly EntryJudgePair[];
}

/** What a plan would change; each list in the order of the plan it stands in. */
export function planChanges(existing: readonly EntryJudgePair[], planned: readonly EntryJudgePair[]): PlanChanges {
  const keyOf = ({ entry, judge }: EntryJudgePair) => JSON.stringify([entry, judge]);
  const [before, after] = [new Set(existing.map(keyOf)), new Set(planned.map(keyOf))];
  const bare = ({ entry, judge }: EntryJudgePair) => ({ entry, judge });
  return {
    kept: planned.filter((pair) => before.has(keyOf(pair))).map(bare),
    added: planned.filter((pair) => !before.has(keyOf(pair))).map(bare),
    removed: existing.filter((pair) => !after.has(keyOf(pair))).map(bare),
  };
}
