import type { MethodOptions } from '../scoring/method-options.js';
import type { ScoringMethodKey } from '../scoring/scoring-methods.js';
import type { Rounding } from '../scoring/tally-input.js';

/** A decimal string such as "87.50": every score, weight, share and sum of money in a document. */
export type Decimal = string;

export interface BilingualText {
  readonly zh: string;
  readonly en: string;
}

/** What a score between `from` and `to` (both included) says, in words. */
export interface CriterionLevel {
  readonly from: Decimal;
  readonly to: Decimal;
  readonly text: BilingualText;
}

export interface Criterion {
  readonly key: string;
  readonly name: BilingualText;
  readonly minimum: Decimal;
  readonly maximum: Decimal;
  /** Distance between allowed scores, counted from `minimum`. */
  readonly step: Decimal;
  readonly factor: Decimal;
  /** False for a criterion that is recorded but enters no total. */
  readonly counted: boolean;
  /** Scores the people behind the entry: whoever they are has to be read somewhere. */
  readonly scoresTeam?: boolean;
  readonly levels: readonly CriterionLevel[];
}

export interface Rubric {
  /** Σ factor × maximum over the counted criteria; the rules are refused when it differs. */
  readonly maximumTotal: Decimal;
  readonly criteria: readonly Criterion[];
}

export interface StageMethod {
  readonly key: ScoringMethodKey;
  readonly options: MethodOptions;
}

/** The panel's score, the public's, and that of the stage before. */
export const componentKeys = ['experts', 'public', 'previous-stage'] as const;
export type ComponentKey = (typeof componentKeys)[number];

export interface StageComponent {
  readonly key: ComponentKey;
  /** Part of the stage score, above 0 and at most 1; the shares of a stage sum to 1. */
  readonly share: Decimal;
}

export const tieSteps = [
  'previous-stage',
  'highest-weight-criterion',
  'highest-scores-count',
  'panel-vote',
  'extra-round',
  'shared',
] as const;
/** One rung of the tie ladder; `panel-vote` and `extra-round` wait for a recorded decision. */
export type TieStep = (typeof tieSteps)[number];

export const advancementScopes = ['stage', 'track', 'field-group', 'panel'] as const;
export type AdvancementScope = (typeof advancementScopes)[number];

export interface Advancement {
  readonly by: 'number' | 'ratio';
  /** A count ("16") or a ratio above 0 and at most 1 ("0.30"). */
  readonly value: Decimal;
  readonly scope: AdvancementScope;
}

export const openableSections = ['coverage', 'gaps', 'scale-use'] as const;
/** What an organiser may see of a stage before its list is frozen: nothing of who stands where. */
export type OpenableSection = (typeof openableSections)[number];

/** What is opened of the analysis for a named purpose, such as re-review; coverage always is. */
export interface AnalysisRules {
  readonly openBeforeFreeze: readonly OpenableSection[];
  /** Points between the highest and the lowest total of an entry from which on it is flagged for re-review. */
  readonly gapThreshold?: Decimal;
}

export const commentNeeds = ['required', 'optional'] as const;
/** Whether a judge must, or only may, say something in words. */
export type CommentNeed = (typeof commentNeeds)[number];

/** What judges say in words beside their scores; it enters no total. What is absent is not asked. */
export interface CommentRules {
  /** To each criterion. */
  readonly criteria?: CommentNeed | undefined;
  /** To the entry as a whole. */
  readonly overall?: CommentNeed | undefined;
}

export const signatureWays = ['none', 'paper', 'screen'] as const;
/** How a judge signs a submitted sheet (签名): not at all, on the printed sheet, or on the screen as it is submitted. */
export type SignatureWay = (typeof signatureWays)[number];

/** The canonical document of a rules version: all that decides how a stage's scores become its ranking. */
export interface StageRules {
  readonly schema: 1;
  readonly rubric: Rubric;
  /** Judges assigned to an entry, and the fewest counted sheets with which it is ranked. */
  readonly panel: { readonly size: number; readonly floor: number };
  readonly method: StageMethod;
  readonly rounding: Rounding;
  readonly deductions?: { readonly maximum: Decimal };
  /** Absent: judges give no comments. */
  readonly comments?: CommentRules;
  /** Absent: not at all. */
  readonly signature?: SignatureWay;
  readonly components: readonly StageComponent[];
  /** The figure that is ranked: as published, so that anyone can re-compute it, or exact. */
  readonly rankOn: 'rounded' | 'exact';
  readonly tieLadder: readonly TieStep[];
  readonly advancement: Advancement | null;
  /** Absent: coverage alone is seen before the list is frozen. */
  readonly analysis?: AnalysisRules;
  readonly release: 'after-review';
  /** Whether judges are not told who the teams are. */
  readonly blind: boolean;
  /** Key of the form's field in which teams of a blind stage describe themselves without naming anybody. */
  readonly teamField?: string;
}
