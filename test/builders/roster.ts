import type { DataSource, EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

/** Puts judges on the roster of their edition, or takes them off it, as two persons would: proposed and approved. */
export async function changeRoster(
  dataSource: DataSource | EntityManager,
  judgeIds: readonly string[],
  kind: 'addition' | 'removal' = 'addition',
): Promise<void> {
  if (judgeIds.length === 0) return;
  const [approval, first, second] = [uuidv7(), uuidv7(), uuidv7()];
  await dataSource.query(
    `insert into roster_approvals (id, edition_id, document, hash, approved_by)
     select $1, edition_id, '{}', sha256('{}'), $2 from judges where id = $3`,
    [approval, second, judgeIds[0]],
  );
  await dataSource.query(
    `insert into roster_changes (id, judge_id, kind, proposed_by)
     select gen_random_uuid(), j, $2, $3 from unnest($1::uuid[]) as j`,
    [judgeIds, kind, first],
  );
  await dataSource.query(
    `update roster_changes set outcome = 'approved', ended_by = $2, ended_at = clock_timestamp(), approval_id = $3
     where judge_id = any ($1) and outcome is null`,
    [judgeIds, second, approval],
  );
}
