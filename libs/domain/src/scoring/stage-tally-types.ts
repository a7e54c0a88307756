import type { ComponentKey, TieStep } from '../contest/stage-rules.js';
import type { TieDecision } from '../ranking/tie-decision.js';
import type { VarianceComponents } from '../severity/severity-fit.js';
import type { ExactFraction, TallyJudge, TallyOutcome, TallyWarning } from './tally-result.js';

/** What a stage's ranking needs beside its sheets; everything is optional. */
export interface StageTallyContext {
  /** All entries of the stage, so that one without a sheet is shown as insufficient and never dropped. */
  readonly entries?: readonly string[];
  /** Entry → panel, track or field group within which it is ranked; absent: one ranking for the stage. */
  readonly groups?: Readonly<Record<string, string>>;
  /** Entry → published score of the stage before, decimal string. */
  readonly previousStageScores?: Readonly<Record<string, string>>;
  /** Entry → published score by the public, in points of the same maximum, decimal string. */
  readonly publicScores?: Readonly<Record<string, string>>;
  /** Entry → deduction of the stage, taken after the panel's score is made; decimal string. */
  readonly stageDeductions?: Readonly<Record<string, string>>;
  readonly decisions?: readonly TieDecision[];
}

export interface RowTie {
  /** Entries of the group with the same figure. */
  readonly size: number;
  /** The step that gave this entry its place among them (or shares it); null while it is unresolved. */
  readonly resolvedBy: TieStep | null;
  /** The step that people must take next; null when there is none. */
  readonly nextStep: TieStep | null;
}

export const insufficientReasons = [
  'below-panel-floor',
  'too-few-scores-to-trim',
  'previous-stage-score-missing',
  'public-score-missing',
  /** Points by place need every judge to have ranked the same entries. */
  'judge-lists-differ',
  /** The method adjusts for judges, and no judge connects all entries of the group. */
  'components-not-comparable',
] as const;
/** Why an entry has no stage score. */
export type InsufficientReason = (typeof insufficientReasons)[number];

export interface StageTallyRow {
  readonly entry: string;
  /** '' when the stage has one ranking. */
  readonly group: string;
  readonly sheets: number;
  readonly outcome: TallyOutcome;
  readonly reason: InsufficientReason | null;
  /** Published stage score, decimal string. */
  readonly score: string | null;
  /** The same before rounding of the total. */
  readonly exact: ExactFraction | null;
  /** Each component as published, before its share. */
  readonly components: Readonly<Partial<Record<ComponentKey, string>>>;
  readonly criteria: Readonly<Record<string, string>>;
  readonly standardError: number | null;
  /** What parts equal scores of the panel before the tie ladder, decimal string; only of a method that has it. */
  readonly tieBreak?: string;
  /** Standard competition rank within the group; a tie that is not resolved shares it. */
  readonly rank: number | null;
  /** Null where no other entry has the same figure. */
  readonly tie: RowTie | null;
}

export interface StageTallyResult {
  /** By group, rank, then entry id in code point order; insufficient ones at the end of their group. */
  readonly rows: readonly StageTallyRow[];
  readonly judges: readonly TallyJudge[];
  readonly warnings: readonly TallyWarning[];
  /** Of a model with random effects; not part of the hash, as its last digits are those of a machine. */
  readonly variance?: VarianceComponents;
  /** SHA-256 of the canonical JSON of rows, judges and warnings. */
  readonly outputsHash: string;
}
