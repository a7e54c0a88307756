import { id, long, type Schemas } from './answers.js';

type Change = 'kept' | 'added' | 'removed';

interface Pair {
  readonly entry: number;
  readonly judge: number;
  readonly change: Change;
  readonly isBegun: boolean;
}

interface Size {
  readonly entries: number;
  /** On the roster; every second one of six is kept from judging for some reason. */
  readonly judges: number;
  /** Judges an entry. */
  readonly wanted: number;
  /** With the longest names and titles there may be. */
  readonly isLong?: boolean;
}

const group = { zh: '智能网联新能源汽车', en: 'Intelligent connected new energy vehicles' };
const kinds = ['technology', 'management', 'venture-capital', null] as const;
const absences = [null, null, null, 'substitute', 'unavailable', 'declined'] as const;
const absenceOf = (judge: number) => absences[judge % absences.length] ?? null;

/**
 * One invented stage, before and after a plan: what its screens show of judges, entries and loads is counted from the
 * same pairs. A third of the entries have a judge already, whom the plan keeps for most of them and takes away from some.
 */
export function inventedAssignment({ entries, judges, wanted, isLong = false }: Size) {
  const able = Array.from({ length: judges }, (_, judge) => judge).filter((judge) => absenceOf(judge) === null);
  const pairs = pairsOf(entries, wanted, able);
  const planned = pairs.filter(({ change }) => change !== 'removed');
  const standing = pairs.filter(({ change }) => change !== 'added');
  const changes = { kept: 0, added: 0, removed: 0 };
  for (const { change } of pairs) changes[change] += 1;
  const loads = able.map((judge) => planned.filter((pair) => pair.judge === judge).length);
  return {
    ...{ entries, able: able.length, roster: judges, places: planned.length, standing: standing.length, changes },
    entriesBelow: Array.from({ length: entries }, (_, entry) => entry).filter(
      (entry) => standing.filter((pair) => pair.entry === entry).length < wanted,
    ).length,
    ...{ leastLoad: Math.min(...loads), mostLoad: Math.max(...loads) },
    judges: Array.from({ length: judges }, (_, judge) => deskJudge(judge, pairs, isLong)),
    planned: pageOf(entries, pairs, isLong),
    held: pageOf(entries, standing, isLong, true),
  };
}

function pairsOf(entries: number, wanted: number, able: readonly number[]): Pair[] {
  const judgeAt = (place: number) => able[place % able.length] ?? 0;
  return Array.from({ length: entries }, (_, entry) => entry).flatMap((entry): Pair[] => {
    const isHeld = entry % 3 === 0;
    const isGivenUp = entry % 6 === 3;
    const given = Array.from({ length: wanted }, (_, place): Pair => {
      const isKept = place === 0 && isHeld && !isGivenUp;
      const judge = judgeAt(entry * wanted + place);
      return { entry, judge, change: isKept ? 'kept' : 'added', isBegun: isKept && entry % 12 === 0 };
    });
    const left = { entry, judge: judgeAt((entry + 1) * wanted), change: 'removed', isBegun: false } as const;
    return isGivenUp ? [...given, left] : given;
  });
}

const nameOf = (judge: number, isLong: boolean) => (isLong ? long.person : `单仇欧阳 ${judge}（虚构）`);

function deskJudge(judge: number, pairs: readonly Pair[], isLong: boolean): Schemas['DeskJudgeDto'] {
  const own = pairs.filter((pair) => pair.judge === judge);
  const count = (...changes: Change[]) => own.filter(({ change }) => changes.includes(change)).length;
  const planned = count('kept', 'added');
  return {
    ...{ id: id(judge), name: nameOf(judge, isLong), kind: kinds[judge % 4] ?? null },
    ...{ employer: isLong ? long.organisation : '嘉陵研究院（虚构）', organisation: null },
    ...{ fieldGroups: isLong ? [group, group, group] : [group], languages: judge % 3 === 0 ? [] : ['zh'] },
    ...{
      leastEntries: judge % 5 === 0 ? Math.min(10, planned) : 0,
      mostEntries: judge % 2 === 0 ? planned + 10 : null,
    },
    absence: absenceOf(judge),
    ...{ standing: count('kept', 'removed'), begun: own.filter(({ isBegun }) => isBegun).length },
    ...{ planned, added: count('added'), removed: count('removed') },
  };
}

function pageOf(
  entries: number,
  pairs: readonly Pair[],
  isLong: boolean,
  isStanding = false,
): Schemas['AssignedEntriesDto'] {
  const all = Array.from({ length: entries }, (_, entry): Schemas['EntryWithJudgesDto'] => ({
    ...{ id: id(entry), number: 101 + entry, title: isLong ? long.title : `静音水泵 ${entry}（虚构）`, language: 'zh' },
    fieldGroup: entry % 4 === 3 ? null : group,
    judges: pairs
      .filter((pair) => pair.entry === entry)
      .map(({ judge, change, isBegun }, place) => ({
        ...{ id: id(judge), name: nameOf(judge, isLong), kind: kinds[judge % 4] ?? null },
        ...{ assignmentId: isStanding ? id(900 + entry) : null, isBegun: isStanding && isBegun },
        ...{ change: isStanding ? null : change, knowsTopic: place !== 2 },
        keywords: place === 0 ? ['热泵', 'Acoustics'] : [],
      })),
  }));
  return { entries: all.slice(0, 50), total: all.length };
}
