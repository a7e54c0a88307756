import { type FieldProblem, fieldProblem } from '../errors/field-problem.js';
import { judgeKinds } from '../import/imported-judge.js';
import { defaultWeights, type KindWanted, type ObjectiveWeights } from './assignment-problem.js';

/** What an organiser asks of a plan for one stage. */
export interface AssignmentParameters {
  /** Judges an entry, 1 to 30. */
  readonly judgesWanted: number;
  /** Of these at least so many of a kind; no kind twice. */
  readonly kindsWanted: readonly KindWanted[];
  /** Judges of one employer on an entry; null: any number. */
  readonly mostPerEmployer: number | null;
  /**
   * `keep`: every standing assignment stays; `improve`: one stays where nothing better is found. Once begun it stays
   * anyway; of a judge who will not come nothing else does.
   */
  readonly existing: 'keep' | 'improve';
  readonly withSubstitutes: boolean;
  /**
   * Judges, and panels of judges, who alone may be given further entries; none of both, or absent: everybody. Others keep
   * what they hold.
   */
  readonly onlyJudges?: readonly string[];
  readonly onlyPanels?: readonly string[];
  readonly weights: ObjectiveWeights;
  /** 1 to 100 characters. */
  readonly seed: string;
}

export const mostJudgesWanted = 30;

/** @param panelSize of the stage's rules */
export function defaultParameters(panelSize: number, seed: string): AssignmentParameters {
  return {
    ...{ judgesWanted: Math.min(panelSize, mostJudgesWanted), kindsWanted: [], mostPerEmployer: 1, existing: 'keep' },
    ...{ withSubstitutes: false, weights: defaultWeights, seed },
  };
}

/** What one field cannot say by itself: kinds that together want more judges than there are, or a kind twice. */
export function parameterProblems({ judgesWanted, kindsWanted }: AssignmentParameters): FieldProblem[] {
  const wanted = kindsWanted.reduce((sum, { atLeast }) => sum + atLeast, 0);
  const isKnown = ({ kind }: KindWanted) => judgeKinds.some((known) => known === kind);
  const kinds = kindsWanted.map(({ kind }) => kind);
  return [
    ...(wanted > judgesWanted ? [fieldProblem('kindsWanted', 'too-many-items', { maximum: judgesWanted })] : []),
    ...(kindsWanted.every(isKnown) ? [] : [fieldProblem('kindsWanted', 'option-unknown')]),
    ...(new Set(kinds).size < kinds.length ? [fieldProblem('kindsWanted', 'key-duplicated')] : []),
  ];
}

/** Pairs of entry and judge above which the last thousandth of a plan's worth is not looked for. */
const exactPairs = 5_000_000;

/** Share of a plan's points at which to stop looking for better. */
export function gapWanted(entries: number, judges: number): number {
  return entries * judges > exactPairs ? 0.001 : 0;
}
