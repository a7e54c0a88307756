import type { EntityManager } from 'typeorm';

/** Pairs of judge and entry that an order concerns which awaits its second person, in whichever of the two roles. */
export const awaitedPairsSql = `
  select o.judge_id, o.entry_id from recusal_orders o where o.outcome is null and o.judge_id is not null
  union all select j.id, o.entry_id from recusal_orders o join judges j on j.user_id = o.organiser_id
   where o.outcome is null`;

/** How many standing assignments of a stage such an order concerns. */
export async function awaitedOrders(manager: EntityManager, stageId: string): Promise<number> {
  const [row] = await manager.query<{ count: number }[]>(
    `select count(*)::int as count from active_assignments a
      where a.stage_id = $1 and (a.judge_id, a.entry_id) in (${awaitedPairsSql})`,
    [stageId],
  );
  return row?.count ?? 0;
}
