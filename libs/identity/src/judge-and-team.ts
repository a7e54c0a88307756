import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';

/**
 * Who judges in an edition is of no team of it. Holds the people's accounts, as a grant of a role does, so that of a
 * grant and an act of a team at one time the later one sees the earlier.
 *
 * @throws DomainError `judge-and-team`
 */
export async function assertNoJudge(
  manager: EntityManager,
  editionId: string,
  userIds: readonly string[],
): Promise<void> {
  await manager.query('select from users where id = any ($1) order by id for no key update', [userIds]);
  const judging = await manager.query<unknown[]>(
    'select from unnest($1::uuid[]) as u (id) where judges_in(u.id, $2) limit 1',
    [userIds, editionId],
  );
  if (judging.length > 0) throw new DomainError('judge-and-team');
}

/**
 * Nobody is made a judge of an edition in which they take part. Holds the people's accounts as `assertNoJudge` does.
 *
 * @throws DomainError `judge-and-team`
 */
export async function assertNoCompetitor(
  manager: EntityManager,
  editionId: string,
  userIds: readonly string[],
): Promise<void> {
  await manager.query('select from users where id = any ($1) order by id for no key update', [userIds]);
  const competing = await manager.query<unknown[]>(
    'select from unnest($1::uuid[]) as u (id) where takes_part_in(u.id, $2) limit 1',
    [userIds, editionId],
  );
  if (competing.length > 0) throw new DomainError('judge-and-team');
}
