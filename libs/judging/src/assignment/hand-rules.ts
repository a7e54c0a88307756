import type { EntityManager } from 'typeorm';
import type { RulesService } from '#contest';
import { type FieldProblem, fieldProblem } from '#domain';
import { type AssignmentParameters, defaultParameters } from '#domain/assignment/assignment-parameters';
import type { EntryJudgePair } from '#domain/assignment/assignment-problem';
import { type HandViolation, pairByHand } from '#domain/assignment/pair-by-hand';
import { loadOf, type LoadElsewhere } from './load-elsewhere.js';
import type { PlanAbsence } from './plan-choice.js';
import { type StageProblem, stageProblem } from './stage-problem.js';

/** What an assignment by hand keeps to: the limits of the plan applied last, and substitutes may be called on. */
export async function handParameters(
  manager: EntityManager,
  rulesOf: RulesService,
  stageId: string,
): Promise<AssignmentParameters> {
  const [applied] = await manager.query<{ parameters: AssignmentParameters }[]>(
    `select parameters from assignment_runs where stage_id = $1 and state = 'applied' order by number desc limit 1`,
    [stageId],
  );
  const { rules } = await rulesOf.current(stageId, manager);
  const standing = applied?.parameters ?? defaultParameters(rules.panel.size, 'by-hand');
  return { ...standing, existing: 'keep', withSubstitutes: true, onlyJudges: [], onlyPanels: [] };
}

/** The stage as an assignment by hand finds it: one whom no draw has seated may be given an entry, too. */
export async function handProblem(
  manager: EntityManager,
  rulesOf: RulesService,
  stageId: string,
): Promise<StageProblem> {
  return stageProblem(manager, stageId, await handParameters(manager, rulesOf, stageId), true);
}

/** Why a pair with a conflict of interest is refused. */
export const handConflicted = fieldProblem('judgeId', 'judge-conflicted');

type CallableAbsence = 'substitute' | 'not-drawn' | 'not-chosen';

/** Plans pass over such a judge; a person may call. */
const isCallable = (absence: PlanAbsence): absence is CallableAbsence =>
  absence === 'substitute' || absence === 'not-drawn' || absence === 'not-chosen';

/** Everything that stands against giving a judge an entry by hand; empty where nothing does. */
export function handRefusals({ problem, absences, elsewhere }: StageProblem, pair: EntryJudgePair): FieldProblem[] {
  if (!problem.entries.some(({ id }) => id === pair.entry)) return [fieldProblem('entryId', 'entry-not-in-stage')];
  const absence = absences.get(pair.judge);
  if (absence !== undefined && !isCallable(absence)) return [fieldProblem('judgeId', `judge-${absence}`)];
  const existing = problem.existing.map((one) => ({ ...one, isFixed: true }));
  return pairByHand({ ...problem, existing }, pair).map((violation) => reason(violation, elsewhere));
}

function reason(violation: HandViolation, elsewhere: LoadElsewhere): FieldProblem {
  switch (violation.code) {
    case 'pair-twice':
      return fieldProblem('judgeId', 'judge-assigned');
    case 'pair-unknown':
      return fieldProblem('judgeId', 'judge-off-roster');
    case 'conflict-of-interest':
      return handConflicted;
    case 'language':
      return fieldProblem('judgeId', 'judge-reads-not');
    case 'over-most':
      return fieldProblem('judgeId', 'judge-at-limit', {
        limit: violation.limit + loadOf(elsewhere, violation.judge).open,
      });
    case 'employer-crowded':
      return fieldProblem('judgeId', 'judge-colleague', { most: violation.most });
  }
}
