import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';

/**
 * @param entrySql selects the `entry_id` of what $2 names
 * @throws DomainError `organiser-conflicted`
 */
export async function assertNoTie(manager: EntityManager, userId: string, entrySql: string, id: string): Promise<void> {
  const tied = await manager.query<object[]>(`select from (${entrySql}) x where viewer_is_conflicted($1, x.entry_id)`, [
    userId,
    id,
  ]);
  if (tied.length > 0) throw new DomainError('organiser-conflicted');
}
