import type { EntityManager } from 'typeorm';
import { type FieldProblem, fieldProblem } from '#domain';
import type { AssignmentParameters } from '#domain/assignment/assignment-parameters';
import type { JudgeAbsence } from './judge-absence.js';

type Choice = Pick<AssignmentParameters, 'onlyJudges' | 'onlyPanels'>;

/** Why a plan gives a judge nothing further: a reason of the judge's own, or that the plan is for others. */
export type PlanAbsence = JudgeAbsence | 'not-chosen';

/** Of stored parameters some have null, some have none. */
const listed = ({ onlyJudges, onlyPanels }: Choice) => ({
  ...{ onlyJudges: onlyJudges ?? [], onlyPanels: onlyPanels ?? [] },
});

/** Ids of the judges whom a plan alone may give entries; null: everybody. */
export async function chosenJudges(
  manager: EntityManager,
  stageId: string,
  choice: Choice,
): Promise<ReadonlySet<string> | null> {
  const { onlyJudges, onlyPanels } = listed(choice);
  if (onlyJudges.length + onlyPanels.length === 0) return null;
  const members = await manager.query<{ id: string }[]>(
    `select x.judge_id as id from panel_judges x join panels p on p.id = x.panel_id
      where p.stage_id = $1 and p.id = any ($2)`,
    [stageId, onlyPanels],
  );
  return new Set([...onlyJudges, ...members.map(({ id }) => id)]);
}

/** A judge who would come in some other plan stays out of this one where it is for others. */
export function absenceInPlan(
  { id, absence }: { readonly id: string; readonly absence: JudgeAbsence | null },
  chosen: ReadonlySet<string> | null,
): PlanAbsence | null {
  const mayBeChosen = absence === null || absence === 'substitute' || absence === 'not-drawn';
  return chosen !== null && mayBeChosen && !chosen.has(id) ? 'not-chosen' : absence;
}

/** Judges who are not of the stage's edition, and panels that are not of the stage. */
export async function choiceProblems(manager: EntityManager, stageId: string, choice: Choice): Promise<FieldProblem[]> {
  const { onlyJudges, onlyPanels } = listed(choice);
  const [unknown] = await manager.query<{ judges: boolean; panels: boolean }[]>(
    `select exists (select from unnest($2::uuid[]) as g (id) where not exists (select from judges j
              join stages s on s.edition_id = j.edition_id where j.id = g.id and s.id = $1)) as judges,
            exists (select from unnest($3::uuid[]) as g (id) where not exists (select from panels p
              where p.id = g.id and p.stage_id = $1)) as panels`,
    [stageId, onlyJudges, onlyPanels],
  );
  return [
    ...(unknown?.judges === true ? [fieldProblem('onlyJudges', 'option-unknown')] : []),
    ...(unknown?.panels === true ? [fieldProblem('onlyPanels', 'option-unknown')] : []),
  ];
}
