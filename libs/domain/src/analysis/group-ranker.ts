import type { StageRules } from '../contest/stage-rules.js';
import type { Rational } from '../decimal/rational.js';
import { rankEntries } from '../ranking/rank-entries.js';
import { rounded } from '../scoring/entry-score.js';
import { stageScore } from '../scoring/stage-score.js';
import { stageTally } from '../scoring/stage-tally.js';
import type { StageTallyContext } from '../scoring/stage-tally-types.js';
import type { TallySheet } from '../scoring/tally-input.js';
import type { RankedEntry } from '../sensitivity/award-standing.js';
import { scoredByRules } from './analysed-stage.js';
import { groupedBy } from './grouped-by.js';

export type Ranker = (sheets: readonly TallySheet[]) => readonly RankedEntry[];

interface KnownEntry {
  readonly sheets: readonly TallySheet[];
  /** Null where it has no score. */
  readonly figure: Rational | null;
}

/**
 * Ranks a group's entries under the rules many times over, with slightly different sheets, and ties left open. Where an
 * entry's score follows from its own sheets alone, only entries whose sheets are others than at the last computation of
 * them are computed anew.
 *
 * @param isRowByRow whether the method is such a one
 */
export function groupRanker(rules: StageRules, context: StageTallyContext, isRowByRow: boolean): Ranker {
  if (!isRowByRow) return (sheets) => talliedEntries(rules, context, sheets);
  const known = new Map<string, KnownEntry>();
  return (sheets) => {
    const byEntry = groupedBy(sheets, ({ entry }) => entry);
    const changed = [...byEntry].filter(([entry, own]) => !isSame(known.get(entry)?.sheets, own));
    const anew = scoredByRules(
      rules,
      changed.flatMap(([, own]) => own),
      changed.map(([entry]) => entry),
    );
    for (const scored of anew.scored) {
      const { entry } = scored.row;
      const { exact } = stageScore(scored, rules, context);
      const figure = exact && (rules.rankOn === 'exact' ? exact : rounded(exact, rules.rounding.total));
      known.set(entry, { sheets: byEntry.get(entry) ?? [], figure });
    }
    return rankedByFigure([...byEntry.keys()].map((entry) => ({ entry, figure: known.get(entry)?.figure ?? null })));
  };
}

function talliedEntries(
  rules: StageRules,
  context: StageTallyContext,
  sheets: readonly TallySheet[],
): readonly RankedEntry[] {
  const entries = [...new Set(sheets.map(({ entry }) => entry))];
  return stageTally({ ...rules, tieLadder: [] }, sheets, { ...context, entries, groups: {}, decisions: [] }).rows;
}

function isSame(before: readonly TallySheet[] | undefined, now: readonly TallySheet[]): boolean {
  return before?.length === now.length && now.every((sheet, at) => sheet === before[at]);
}

function rankedByFigure(rows: readonly { readonly entry: string; readonly figure: Rational | null }[]): RankedEntry[] {
  const scored = rows.flatMap(({ entry, figure }) => (figure ? [{ entry, figure }] : []));
  scored.sort((left, right) => right.figure.compareTo(left.figure));
  const ranks = rankEntries(scored, (left, right) => left.figure.equals(right.figure), 'competition');
  return [
    ...scored.map(({ entry }, at) => ({ entry, rank: ranks[at] ?? null })),
    ...rows.flatMap(({ entry, figure }) => (figure ? [] : [{ entry, rank: null }])),
  ];
}
