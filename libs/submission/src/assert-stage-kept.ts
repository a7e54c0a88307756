import type { EntityManager } from 'typeorm';
import { DomainError, fieldProblem } from '#domain';
import type { ResolvedAnswers } from './resolve-answers.js';

interface StandingAnswers {
  readonly track_id: string;
  readonly field_group_id: string | null;
  readonly enterprise_problem_id: string | null;
}

/**
 * An entry's track decides its stage, its field group the panel there, and its enterprise problem is what it was found
 * eligible for: none of them changes below an entry that stands in a stage.
 *
 * @param entryId of an entry that the transaction holds
 * @throws DomainError `entry-invalid` naming each field that would change
 */
export async function assertStageKept(
  manager: EntityManager,
  entryId: string,
  answers: ResolvedAnswers,
): Promise<void> {
  const rows = await manager.query<StandingAnswers[]>(
    `select track_id, field_group_id, enterprise_problem_id from entries e
     where e.id = $1 and exists (select from stage_entries x where x.entry_id = e.id)`,
    [entryId],
  );
  const standing = rows[0];
  if (!standing) return;
  const changes = {
    trackKey: standing.track_id !== answers.trackId,
    fieldGroupKey: standing.field_group_id !== answers.fieldGroupId,
    enterpriseProblemNumber: standing.enterprise_problem_id !== answers.enterpriseProblemId,
  };
  const problems = Object.entries(changes)
    .filter(([, isChanged]) => isChanged)
    .map(([path]) => fieldProblem(path, 'field-fixed-by-stage'));
  if (problems.length > 0) throw new DomainError('entry-invalid', { problems });
}
