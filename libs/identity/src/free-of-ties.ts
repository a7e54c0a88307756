import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';

/**
 * Refuses an act on entries that concern the person (the database's `viewer_is_conflicted`): of whose team the person
 * was, with which there is a conflict of interest as a judge, or whose case the person has handed to another organiser.
 *
 * @param entries public ids, or ids of `entries`
 * @throws DomainError `organiser-conflicted`
 */
export async function assertFreeOfTies(
  manager: EntityManager,
  person: string,
  entries: readonly string[],
): Promise<void> {
  const tied = await manager.query<unknown[]>(
    `select from entries e where (e.public_id = any ($2::uuid[]) or e.id = any ($2::uuid[]))
       and viewer_is_conflicted($1, e.id) limit 1`,
    [person, entries],
  );
  if (tied.length > 0) throw new DomainError('organiser-conflicted');
}

/**
 * Refuses an act on a stage as a whole where an entry of it concerns the person, whatever the act would change of that
 * entry: when a stage is judged moves the chances of all that stand in it.
 *
 * @throws DomainError `organiser-conflicted`
 */
export async function assertFreeOfStage(manager: EntityManager, person: string, stageId: string): Promise<void> {
  const [row] = await manager.query<{ concerns: boolean }[]>('select stage_concerns($1, $2) as concerns', [
    person,
    stageId,
  ]);
  if (row?.concerns) throw new DomainError('organiser-conflicted');
}
