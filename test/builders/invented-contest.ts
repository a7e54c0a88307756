import { type AssignmentProblem, defaultWeights } from '../../libs/domain/src/assignment/assignment-problem.js';

export interface ContestSize {
  readonly entries: number;
  readonly judges: number;
  readonly judgesWanted: number;
  readonly topics: number;
  readonly conflicts: number;
  readonly preferences: number;
}

/** Numbers below a bound, the same on every run (xorshift, Marsaglia 2003). */
function draws(seed: number): (below: number) => number {
  let word = seed | 0;
  return (below) => {
    word ^= word << 13;
    word ^= word >>> 17;
    word ^= word << 5;
    return Math.floor(((word >>> 0) / 4294967296) * below);
  };
}

/**
 * An invented contest: entries of one to three topics, judges of three to six; one entry in ten in English, which every
 * second judge reads; three kinds of judges, 150 employers. Wishes and conflicts fall on any pair, whatever its topics.
 *
 * @param isMixed an entry has a judge of technology and one of venture capital, and no two of one employer
 */
export function inventedContest(size: ContestSize, isMixed = false): AssignmentProblem {
  const below = draws(20_241_122);
  const topicsOf = (least: number, spread: number) =>
    [...new Set(Array.from({ length: least + below(spread) }, () => below(size.topics)))].map(
      (topic) => `topic-${topic}`,
    );
  const name = (kind: string, index: number) => `${kind}-${String(index).padStart(5, '0')}`;
  const entries = Array.from({ length: size.entries }, (_, index) => ({
    ...{ id: name('entry', index), topics: topicsOf(1, 3), judgesWanted: size.judgesWanted },
    languages: below(10) === 0 ? ['en'] : ['zh'],
    kindsWanted: isMixed ? ['technology', 'venture-capital'].map((kind) => ({ kind, atLeast: 1 })) : [],
  }));
  const judges = Array.from({ length: size.judges }, (_, index) => ({
    ...{ id: name('judge', index), topics: topicsOf(3, 4), languages: below(2) === 0 ? ['zh', 'en'] : ['zh'] },
    ...{
      kind: ['technology', 'management', 'venture-capital'][below(3)] ?? null,
      employer: name('employer', below(150)),
    },
    ...{ leastEntries: 0, mostEntries: null },
  }));
  const pairs = (count: number) => {
    const keys = new Set<number>();
    while (keys.size < count) keys.add(below(size.entries) * size.judges + below(size.judges));
    return [...keys].map((key) => ({
      entry: name('entry', Math.floor(key / size.judges)),
      judge: name('judge', key % size.judges),
    }));
  };
  return {
    ...{ entries, judges, conflicts: pairs(size.conflicts), existing: [], mostPerEmployer: isMixed ? 1 : null },
    ...{ preferences: pairs(size.preferences).map((pair) => ({ ...pair, strength: 2 })), weights: defaultWeights },
    seed: 'a public seed',
  };
}
