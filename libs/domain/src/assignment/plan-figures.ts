import { connectedComponents } from '../scoring/connected-components.js';
import type { AssignmentProblem, EntryJudgePair } from './assignment-problem.js';

export interface JudgeLoad {
  readonly judge: string;
  readonly entries: number;
}

/** What an organiser looks at before applying a plan; shares are from 0 to 1, of its places. */
export interface PlanFigures {
  readonly places: number;
  /** Every judge, in the problem's order. */
  readonly loads: readonly JudgeLoad[];
  /** Places whose judge knows all, some or none of the entry's topics; entries without topics count as none. */
  readonly allTopics: number;
  readonly someTopics: number;
  readonly noTopic: number;
  /** Places whose judge has a keyword that stands in the entry. */
  readonly keyword: number;
  /** Places on an entry that the judge takes gladly (strength above 0), or rather not (below 0). */
  readonly glad: number;
  readonly reluctant: number;
  /** Places whose judge reads a translation rather than the entry's own language. */
  readonly translated: number;
  /** Parts of the graph of entries and judges that no place connects. */
  readonly parts: number;
}

/** Figures of a plan, made by a solver or by hand. */
export function planFigures(problem: AssignmentProblem, pairs: readonly EntryJudgePair[]): PlanFigures {
  const entries = new Map(problem.entries.map((entry) => [entry.id, entry]));
  const judges = new Map(problem.judges.map((judge) => [judge.id, judge]));
  const keyOf = ({ entry, judge }: EntryJudgePair) => JSON.stringify([entry, judge]);
  const strengths = new Map(problem.preferences.map((preference) => [keyOf(preference), preference.strength]));
  const loads = new Map<string, number>();
  let [allTopics, someTopics, keyword, glad, reluctant, translated] = [0, 0, 0, 0, 0, 0];
  for (const pair of pairs) {
    const [entry, judge] = [entries.get(pair.entry), judges.get(pair.judge)];
    if (!entry || !judge) throw new RangeError(`a place that the problem does not know: ${keyOf(pair)}`);
    loads.set(judge.id, (loads.get(judge.id) ?? 0) + 1);
    const known = entry.topics.filter((topic) => judge.topics.includes(topic)).length;
    if (known > 0 && known === entry.topics.length) allTopics += 1;
    else if (known > 0) someTopics += 1;
    if (entry.keywords?.some((key) => judge.keywords?.includes(key)) === true) keyword += 1;
    const wished = (judge.wishes ?? []).filter(({ topic }) => entry.topics.includes(topic));
    const strength = wished.reduce((sum, wish) => sum + wish.strength, strengths.get(keyOf(pair)) ?? 0);
    if (strength > 0) glad += 1;
    if (strength < 0) reluctant += 1;
    const own = entry.languages[0];
    if (own !== undefined && !judge.languages.includes(own)) translated += 1;
  }
  const share = (count: number) => (pairs.length === 0 ? 0 : count / pairs.length);
  return {
    places: pairs.length,
    loads: problem.judges.map(({ id }) => ({ judge: id, entries: loads.get(id) ?? 0 })),
    ...{ allTopics: share(allTopics), someTopics: share(someTopics) },
    noTopic: share(pairs.length - allTopics - someTopics),
    ...{ keyword: share(keyword), glad: share(glad), reluctant: share(reluctant), translated: share(translated) },
    parts: connectedComponents(pairs).length,
  };
}
