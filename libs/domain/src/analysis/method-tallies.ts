import { DomainError } from '../errors/domain-error.js';
import { stageTally } from '../scoring/stage-tally.js';
import type { InsufficientReason, StageTallyRow } from '../scoring/stage-tally-types.js';
import type { TallyWarning } from '../scoring/tally-result.js';
import type { AnalysedStage } from './analysed-stage.js';
import { type MethodCandidate, methodCandidates } from './method-candidates.js';

/** What a method makes of the stage under the same rules otherwise. */
export interface MethodTally extends MethodCandidate {
  readonly isDeclared: boolean;
  /** Why it makes nothing of it. */
  readonly refusal: string | null;
  readonly rows: readonly StageTallyRow[];
  readonly warnings: readonly TallyWarning[];
}

/** The declared method and the others; one that refuses such sheets says why and has no rows. */
export function methodTallies(stage: AnalysedStage): MethodTally[] {
  return methodCandidates(stage.rules).map((candidate, index) => methodTally(stage, candidate, index === 0));
}

function methodTally(
  { rules, sheets, context }: AnalysedStage,
  candidate: MethodCandidate,
  isDeclared: boolean,
): MethodTally {
  const refused = (refusal: string): MethodTally => ({ ...candidate, isDeclared, refusal, rows: [], warnings: [] });
  if (!isDeclared && !candidate.isInPoints && rules.components.length > 1) return refused('not-in-points');
  const { method: key, options, rounding } = candidate;
  try {
    // Ties that people have decided were ties of the declared method.
    const decisions = isDeclared ? context.decisions : [];
    const { rows, warnings } = stageTally({ ...rules, method: { key, options }, rounding }, sheets, {
      ...context,
      decisions,
    });
    return { ...candidate, isDeclared, refusal: refusalOf(rows), rows, warnings };
  } catch (error) {
    if (error instanceof DomainError) return refused(error.code);
    throw error;
  }
}

/** A method that ranks nobody, because no judge connects the entries or not every judge ranked the same ones. */
function refusalOf(rows: readonly StageTallyRow[]): string | null {
  if (rows.some(({ rank }) => rank !== null)) return null;
  return rows.find(({ reason }) => reason !== null && ofTheMethod.has(reason))?.reason ?? null;
}

const ofTheMethod: ReadonlySet<InsufficientReason> = new Set(['components-not-comparable', 'judge-lists-differ']);
