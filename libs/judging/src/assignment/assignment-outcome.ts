import type { AssignmentFinding, Relaxation } from '#domain/assignment/assignment-finding';
import type { EntryJudgePair } from '#domain/assignment/assignment-problem';
import type { PlanFigures } from '#domain/assignment/plan-figures';
import type { PlanQuality } from '#domain/assignment/plan-quality';
import type { AssignmentAnswer } from './assign.js';
import { relaxationOfEdition } from './load-elsewhere.js';
import type { StageProblem, UndecidedPair } from './stage-problem.js';

/** How much a plan was computed from. */
export interface AssignmentSize {
  readonly entries: number;
  readonly judges: number;
  /** Pairs that no plan may have. */
  readonly conflicts: number;
  readonly standing: number;
}

/** What a run keeps beside its pairs. */
export interface AssignmentOutcomeDocument {
  readonly quality: PlanQuality | null;
  readonly figures: Omit<PlanFigures, 'loads'> | null;
  readonly findings: readonly AssignmentFinding[];
  readonly findingCount: number;
  readonly relaxations: readonly Relaxation[];
  readonly relaxationCount: number;
  /** Begun by their judges, so that they stay, although a conflict has been found since. */
  readonly begunConflicts: readonly EntryJudgePair[];
  /** Kept until somebody decides; absent in runs of before. */
  readonly undecided?: readonly UndecidedPair[];
}

/** So many of each are kept: a person reads no more, and the counts say how many there are. */
const mostKept = 100;
const mostNamed = 30;

export function sizeOf({ problem }: StageProblem): AssignmentSize {
  const { entries, judges, conflicts, existing } = problem;
  return {
    ...{ entries: entries.length, judges: judges.length, conflicts: conflicts.length },
    standing: existing.length,
  };
}

export function outcomeDocument(answer: AssignmentAnswer, stage: StageProblem): AssignmentOutcomeDocument {
  const relaxations = answer.kind === 'infeasible' ? answer.relaxations : [];
  const ofEdition = (one: Relaxation) => relaxationOfEdition(one, stage.elsewhere);
  const findings = [...(answer.kind === 'infeasible' ? limitedFindings(stage) : []), ...answer.findings];
  const shared = {
    findings: findings.slice(0, mostKept).map(shortened),
    ...{ findingCount: findings.length, relaxations: relaxations.slice(0, mostKept).map(ofEdition) },
    ...{ relaxationCount: relaxations.length, begunConflicts: stage.begunConflicts.slice(0, mostKept) },
    undecided: stage.undecided.slice(0, mostKept),
  };
  if (answer.kind === 'infeasible') return { quality: null, figures: null, ...shared };
  return { quality: answer.quality, figures: withoutLoads(answer.figures), ...shared };
}

function limitedFindings({ problem, leftOut }: StageProblem): AssignmentFinding[] {
  const chosen = problem.judges.filter(({ isAway }) => isAway !== true).length;
  return leftOut === 0 ? [] : [{ code: 'plan-limited', chosen, others: leftOut }];
}

/** Loads are counted from the pairs. */
const withoutLoads = ({ loads: _, ...figures }: PlanFigures) => figures;

/** A finding about many entries and judges names the first of them; its numbers stay whole. */
function shortened(finding: AssignmentFinding): AssignmentFinding {
  if (finding.code !== 'group-short' && finding.code !== 'group-uneven') return finding;
  return { ...finding, entries: finding.entries.slice(0, mostNamed), judges: finding.judges.slice(0, mostNamed) };
}
