import { compareCodePoints } from '../identifier/compare-code-points.js';
import type { AssignmentFinding, Relaxation } from './assignment-finding.js';
import type { AssignmentPanel, AssignmentProblem, EntryJudgePair } from './assignment-problem.js';
import { orderedProblem } from './judge-table.js';
import type { SolveLinear } from './linear-model.js';
import { fixedConflicts, KnownPairs } from './local-findings.js';
import { panelTable } from './panel-table.js';
import { type PlanQuality, planQuality } from './plan-quality.js';
import { planParts } from './plan-graph.js';
import { planRelaxations } from './plan-relaxations.js';
import { assertSound } from './problem-faults.js';
import { shortGroups } from './short-groups.js';
import { placesOf, solveTable } from './solve-table.js';

export interface EntryPanel {
  readonly entry: string;
  readonly panel: string;
}

export type PanelOutcome =
  | {
      readonly kind: 'plan';
      readonly panels: readonly EntryPanel[];
      /** Every member of the entry's panel. */
      readonly pairs: readonly EntryJudgePair[];
      readonly quality: PlanQuality;
      readonly findings: readonly AssignmentFinding[];
    }
  | {
      readonly kind: 'infeasible';
      readonly findings: readonly AssignmentFinding[];
      /** Of panels, named where judges are named otherwise. */
      readonly relaxations: readonly Relaxation[];
    };

/**
 * Gives whole panels to entries: as `planAssignment`, with a panel in a judge's stead. How many judges an entry wants is
 * the panel's matter. Panels do not share entries, so that the plan has as many parts as panels that share no judge.
 *
 * @throws RangeError for a problem that no caller should send; for a panel without judges, or of judges unknown.
 */
export async function planPanels(
  given: AssignmentProblem,
  givenPanels: readonly AssignmentPanel[],
  solve: SolveLinear,
  gapWanted = 0,
): Promise<PanelOutcome> {
  assertSound(given);
  const problem = orderedProblem(given);
  const panels = [...givenPanels].sort((left, right) => compareCodePoints(left.id, right.id));
  assertPanels(problem, panels);
  const known = new KnownPairs(problem);
  const home = fixedPanels(problem, panels, known);
  const refused = [...fixedConflicts(problem), ...panelFindings(problem, panels, home, known)];
  const isHopeless = refused.some(({ code }) => hopeless.has(code));
  if (isHopeless) return { kind: 'infeasible', findings: refused, relaxations: [] };
  const table = panelTable(problem, panels, home);
  const solved = await solveTable(table, solve, gapWanted);
  const relaxations = planRelaxations(solved);
  if (relaxations.length > 0) {
    return { kind: 'infeasible', relaxations, findings: [...refused, ...shortGroups(solved, 'most')] };
  }
  const places = placesOf(solved);
  const chosen = places.map(({ entry, judge }) => ({
    ...{ entry: table.entryIds[entry] ?? '', panel: table.judgeIds[judge] ?? '' },
  }));
  const judgesOf = new Map(panels.map(({ id, judges }) => [id, [...judges].sort(compareCodePoints)]));
  const pairs = chosen.flatMap(({ entry, panel }) => (judgesOf.get(panel) ?? []).map((judge) => ({ entry, judge })));
  const parts = partsOf(problem, pairs);
  const { quality, findings } = planQuality(solved, { parts, swaps: 0, cost: 0 });
  return { kind: 'plan', panels: chosen, pairs, quality, findings };
}

/** No other panel, and no relaxation, mends these. */
const hopeless: ReadonlySet<AssignmentFinding['code']> = new Set([
  ...(['fixed-conflict', 'fixed-outside-panels', 'fixed-panel-conflict'] as const),
]);

function assertPanels(problem: AssignmentProblem, panels: readonly AssignmentPanel[]): void {
  const judges = new Set(problem.judges.map(({ id }) => id));
  if (new Set(panels.map(({ id }) => id)).size !== panels.length) throw new RangeError('panels: an id stands twice');
  for (const panel of panels) {
    if (panel.judges.length === 0) throw new RangeError(`panels: ${panel.id} has no judges`);
    if (new Set(panel.judges).size !== panel.judges.length) {
      throw new RangeError(`panels: ${panel.id} has a judge twice`);
    }
    const unknown = panel.judges.find((judge) => !judges.has(judge));
    if (unknown !== undefined) throw new RangeError(`panels: no judge ${unknown}`);
  }
}

/** Panel of each entry with fixed pairs: of those that hold all their judges the first without a conflict, else the first. */
function fixedPanels(
  problem: AssignmentProblem,
  panels: readonly AssignmentPanel[],
  known: KnownPairs,
): Map<string, string> {
  const judges = new Map<string, string[]>();
  for (const { entry, judge, isFixed } of problem.existing) {
    if (isFixed) judges.set(entry, [...(judges.get(entry) ?? []), judge]);
  }
  return new Map(
    [...judges].map(([entry, ids]) => {
      const holding = panels.filter((panel) => ids.every((id) => panel.judges.includes(id)));
      const free = holding.find((panel) => !panel.judges.some((judge) => known.isConflict(entry, judge)));
      return [entry, (free ?? holding[0])?.id ?? ''];
    }),
  );
}

function panelFindings(
  problem: AssignmentProblem,
  panels: readonly AssignmentPanel[],
  home: ReadonlyMap<string, string>,
  known: KnownPairs,
): AssignmentFinding[] {
  const judges = new Map(problem.judges.map((judge) => [judge.id, judge]));
  const membersOf = new Map(panels.map((panel) => [panel.id, panel.judges.flatMap((id) => judges.get(id) ?? [])]));
  return problem.entries.flatMap((entry): AssignmentFinding[] => {
    const fixedTo = home.get(entry.id);
    if (fixedTo === '') return [{ code: 'fixed-outside-panels', entry: entry.id }];
    if (fixedTo !== undefined) {
      const barred = membersOf.get(fixedTo)?.find((judge) => known.isConflict(entry.id, judge.id));
      return barred ? [{ code: 'fixed-panel-conflict', entry: entry.id, panel: fixedTo, judge: barred.id }] : [];
    }
    let [conflicts, language, kind] = [0, 0, 0];
    for (const members of membersOf.values()) {
      const lacksKind = (entry.kindsWanted ?? []).some(
        (wanted) => members.filter((judge) => judge.kind === wanted.kind).length < wanted.atLeast,
      );
      if (members.some((judge) => known.isConflict(entry.id, judge.id))) conflicts += 1;
      else if (members.some((judge) => !known.mayTake(entry, judge))) language += 1;
      else if (lacksKind) kind += 1;
    }
    const isShort = conflicts + language + kind === panels.length;
    return isShort
      ? [{ code: 'entry-without-panel', entry: entry.id, panels: panels.length, conflicts, language, kind }]
      : [];
  });
}

function partsOf(problem: AssignmentProblem, pairs: readonly EntryJudgePair[]): number {
  const entryAt = new Map(problem.entries.map(({ id }, index) => [id, index]));
  const judgeAt = new Map(problem.judges.map(({ id }, index) => [id, index]));
  const places = pairs.map(({ entry, judge }) => ({
    ...{ entry: entryAt.get(entry) ?? 0, judge: judgeAt.get(judge) ?? 0, isFixed: false },
  }));
  return planParts(places, problem.entries.length, problem.judges.length).sizes.length;
}
