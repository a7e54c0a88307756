import type { BilingualText, JudgeKind } from '#domain';
import type { AssignmentFinding, Relaxation } from '#domain/assignment/assignment-finding';
import type { AssignmentParameters } from '#domain/assignment/assignment-parameters';
import type { AssignmentFault } from './assignment-lease.js';
import type { AssignmentOutcomeDocument, AssignmentSize } from './assignment-outcome.js';
import type { AssigningStage } from './assigning-stage.js';
import type { PlanAbsence } from './plan-choice.js';
import type { UndecidedPair } from './stage-problem.js';

export const assignmentRunStates = [
  ...(['pending', 'running', 'planned', 'infeasible', 'stopped', 'failed', 'applied', 'discarded'] as const),
] as const;
export type AssignmentRunState = (typeof assignmentRunStates)[number];

export interface AssignmentRunLine {
  readonly id: string;
  /** Of the stage's plans, from 1. */
  readonly number: number;
  readonly state: AssignmentRunState;
  readonly fault: AssignmentFault | null;
  readonly parameters: AssignmentParameters;
  readonly size: AssignmentSize | null;
  /** Null where the account is gone. */
  readonly requestedBy: string | null;
  readonly requestedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
  /** 64 hex digits; null where there is no plan. */
  readonly planHash: string | null;
  /** For which it has been, or was, computed; null before it began. */
  readonly seconds: number | null;
}

export interface DeskJudge {
  readonly id: string;
  readonly name: string | null;
  readonly kind: JudgeKind | null;
  readonly employer: string | null;
  readonly organisation: BilingualText | null;
  readonly fieldGroups: readonly BilingualText[];
  /** Empty where nobody has said it: then both are taken to be read. */
  readonly languages: readonly string[];
  readonly leastEntries: number;
  readonly mostEntries: number | null;
  /** Why no plan gives the judge anything further. */
  readonly absence: PlanAbsence | null;
  /** Entries of the stage that the judge has, and has begun. */
  readonly standing: number;
  readonly begun: number;
  /** Of the plan that is shown; all 0 without one. */
  readonly planned: number;
  readonly added: number;
  readonly removed: number;
}

export interface DeskPanel {
  readonly id: string;
  readonly name: BilingualText;
  /** How many sit in it. */
  readonly judges: number;
}

export interface AssignmentDesk {
  readonly stage: AssigningStage;
  /** What a further plan would be asked for, unless changed. */
  readonly proposed: AssignmentParameters;
  readonly entries: number;
  /** Entries with fewer judges than the proposal wants. */
  readonly entriesBelow: number;
  readonly assignments: number;
  /** By name. */
  readonly judges: readonly DeskJudge[];
  /** Of the stage, in its order. */
  readonly panels: readonly DeskPanel[];
  /** The newest first, at most 20. */
  readonly runs: readonly AssignmentRunLine[];
}

export interface NamedEntry {
  readonly number: number;
  readonly title: string;
}

/** A finding or a step of a relaxation, with names in place of ids. */
export interface NamedFinding {
  readonly code: AssignmentFinding['code'] | Relaxation['code'] | 'begun-conflict' | UndecidedPair['code'];
  readonly entries: readonly NamedEntry[];
  /** Null where the account is gone. */
  readonly judges: readonly (string | null)[];
  readonly kind: JudgeKind | null;
  readonly employer: BilingualText | null;
  readonly numbers: Readonly<Record<string, number>>;
}

export interface AssignmentPreview {
  readonly run: AssignmentRunLine;
  readonly quality: AssignmentOutcomeDocument['quality'];
  readonly figures: AssignmentOutcomeDocument['figures'];
  readonly findings: readonly NamedFinding[];
  readonly findingCount: number;
  readonly relaxations: readonly NamedFinding[];
  readonly relaxationCount: number;
  readonly changes: { readonly kept: number; readonly added: number; readonly removed: number };
  /** Entries of judges who may be given any, by the plan: the fewest and the most. */
  readonly leastLoad: number;
  readonly mostLoad: number;
  /** By name. */
  readonly judges: readonly DeskJudge[];
}

export interface EntryJudge {
  readonly id: string;
  readonly name: string | null;
  readonly kind: JudgeKind | null;
  /** Null in a plan. */
  readonly assignmentId: string | null;
  /** A draft or a sheet is there: it stays assigned. */
  readonly isBegun: boolean;
  /** In a plan, against what stands. */
  readonly change: 'kept' | 'added' | 'removed' | null;
  /** The entry's field group is one of the judge's. */
  readonly knowsTopic: boolean;
  /** Of the judge, as the office typed them: those that stand in the entry's title or summary. */
  readonly keywords: readonly string[];
}

export interface EntryWithJudges extends NamedEntry {
  readonly id: string;
  readonly language: 'zh' | 'en';
  readonly fieldGroup: BilingualText | null;
  /** By name. */
  readonly judges: readonly EntryJudge[];
}

export interface EntryWithJudgesPage {
  readonly entries: readonly EntryWithJudges[];
  /** Rows of all pages. */
  readonly total: number;
}
