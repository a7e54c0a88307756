import { fieldProblem, type FieldProblem } from '../errors/field-problem.js';
import type { DrawDocument, DrawMember } from './draw-document.js';
import type { DrawnLine } from './drawn-lines.js';

/** What was drawn by hand, as somebody wrote it down. */
export interface HandLine {
  readonly member: string;
  readonly outcome: 'seat' | 'reserve' | 'panel' | 'place';
  /** Key of a panel, for `panel`. */
  readonly panel: string | null;
  /** From 1, for `seat`, `reserve` and `place`. */
  readonly place: number | null;
}

export type HandReading =
  | { readonly problems: readonly FieldProblem[]; readonly lines: null }
  | { readonly problems: readonly []; readonly lines: readonly DrawnLine[] };

/**
 * Reads a draw that was made by hand against its pool and its rules. The lines of judges whom nobody drew follow.
 *
 * @returns lines in the order of panels and places; or every problem, each with the line that it is of: `lines[3].place`
 */
export function drawnByHand(document: DrawDocument, given: readonly HandLine[]): HandReading {
  const members = new Map(document.members.map((member) => [member.id, member]));
  const problems = [
    ...given.flatMap((line, index) => lineProblems(document, line, index, members.get(line.member))),
    ...twice(given),
    ...wholeProblems(document, given),
  ];
  if (problems.length > 0) return { problems, lines: null };
  const drawn = given.map(({ member, outcome, panel, place }): DrawnLine => {
    const its = outcome === 'panel' ? panel : (members.get(member)?.panel ?? document.panel);
    return { member, ticket: null, outcome, panel: its, place: outcome === 'panel' ? null : place };
  });
  const said = new Set(given.map(({ member }) => member));
  const others = document.members
    .filter(({ id }) => !said.has(id))
    .map(({ id, excluded }): DrawnLine => {
      const outcome = excluded === null ? 'not-needed' : 'excluded';
      return { member: id, ticket: null, outcome, panel: null, place: null };
    });
  return { problems: [], lines: [...drawn.sort(byPlace), ...others] };
}

const outcomesOf = {
  ...{ judges: ['seat', 'reserve'], 'judge-panels': ['panel'], 'entry-panels': ['panel'], order: ['place'] },
} as const;

function lineProblems(
  { kind, panels }: DrawDocument,
  line: HandLine,
  index: number,
  member: DrawMember | undefined,
): FieldProblem[] {
  const at = (field: string) => `lines[${index}].${field}`;
  const number = { line: index + 1 };
  if (member === undefined) return [fieldProblem(at('member'), 'draw-member-unknown', number)];
  const problems: FieldProblem[] = [];
  if (member.excluded !== null) problems.push(fieldProblem(at('member'), 'draw-member-excluded', number));
  if (!(outcomesOf[kind] as readonly string[]).includes(line.outcome)) {
    problems.push(fieldProblem(at('outcome'), 'draw-outcome-wrong', number));
  } else if (line.outcome === 'panel') {
    if (line.panel === null || !panels.includes(line.panel)) {
      problems.push(fieldProblem(at('panel'), 'draw-panel-unknown', number));
    }
  } else if (line.place === null || !Number.isSafeInteger(line.place) || line.place < 1) {
    problems.push(fieldProblem(at('place'), 'draw-place-expected', number));
  }
  return problems;
}

function twice(given: readonly HandLine[]): FieldProblem[] {
  const seen = new Set<string>();
  return given.flatMap(({ member }, index) => {
    if (seen.has(member)) return [fieldProblem(`lines[${index}].member`, 'draw-member-twice', { line: index + 1 })];
    seen.add(member);
    return [];
  });
}

function wholeProblems(document: DrawDocument, given: readonly HandLine[]): FieldProblem[] {
  const members = new Map(document.members.map((member) => [member.id, member]));
  const runs = new Map<string, { readonly line: number; readonly place: number }[]>();
  given.forEach(({ member, outcome, place }, line) => {
    if (outcome === 'panel' || place === null) return;
    const run = `${outcome} ${members.get(member)?.panel ?? ''}`;
    runs.set(run, [...(runs.get(run) ?? []), { line, place }]);
  });
  const places = [...runs.values()].flatMap(placeProblems);
  if (document.kind === 'judges') return [...places, ...judgeProblems(document, given, members)];
  const said = new Set(given.map(({ member }) => member));
  const missing = document.members.filter(({ id, excluded }) => excluded === null && !said.has(id));
  const first = missing[0]?.id;
  return first === undefined
    ? places
    : [...places, fieldProblem('lines', 'draw-members-missing', { count: missing.length, first })];
}

/** Places run from 1 without a gap, each once. */
function placeProblems(run: readonly { readonly line: number; readonly place: number }[]): FieldProblem[] {
  const seen = new Set<number>();
  return run.flatMap(({ line, place }) => {
    const problem = (code: 'draw-place-twice' | 'draw-place-beyond') => [
      fieldProblem(`lines[${line}].place`, code, { line: line + 1, place, most: run.length }),
    ];
    if (seen.has(place)) return problem('draw-place-twice');
    seen.add(place);
    return place > run.length ? problem('draw-place-beyond') : [];
  });
}

function judgeProblems(
  { judges }: DrawDocument,
  given: readonly HandLine[],
  members: ReadonlyMap<string, DrawMember>,
): FieldProblem[] {
  if (judges === null) return [];
  const problems: FieldProblem[] = [];
  const count = (outcome: HandLine['outcome']) => given.filter((line) => line.outcome === outcome).length;
  const numbers = { seats: judges.seats, drawn: count('seat'), reserves: judges.reserves, kept: count('reserve') };
  if (numbers.drawn !== numbers.seats || numbers.kept > numbers.reserves) {
    problems.push(fieldProblem('lines', 'draw-count-differs', numbers));
  }
  for (const { kind, atLeast } of judges.kindsWanted) {
    const seated = given.filter(({ member, outcome }) => outcome === 'seat' && members.get(member)?.group === kind);
    if (seated.length < atLeast) {
      problems.push(fieldProblem('lines', 'draw-kind-short', { kind, atLeast, drawn: seated.length }));
    }
  }
  const colleagues = new Map<string, number>();
  given.forEach(({ member }, index) => {
    const employer = members.get(member)?.employer;
    if (employer === null || employer === undefined || judges.mostPerEmployer === null) return;
    const before = colleagues.get(employer) ?? 0;
    colleagues.set(employer, before + 1);
    if (before >= judges.mostPerEmployer) {
      const details = { line: index + 1, most: judges.mostPerEmployer };
      problems.push(fieldProblem(`lines[${index}].member`, 'draw-employer-full', details));
    }
  });
  return problems;
}

const rank = { seat: 0, reserve: 1, panel: 0, place: 0 } as const;

function byPlace(left: DrawnLine, right: DrawnLine): number {
  const rankOf = ({ outcome }: DrawnLine) => (outcome in rank ? rank[outcome as keyof typeof rank] : 2);
  return (
    rankOf(left) - rankOf(right) ||
    Number((left.panel ?? '') > (right.panel ?? '')) - Number((left.panel ?? '') < (right.panel ?? '')) ||
    (left.place ?? 0) - (right.place ?? 0)
  );
}
