import type { EntityManager } from 'typeorm';
import type { Relaxation } from '#domain/assignment/assignment-finding';

/** Entries that a judge has in the edition's other stages, and those of them whose judging is not over. */
export interface JudgeLoadElsewhere {
  readonly all: number;
  readonly open: number;
}

/** A judge's limits are of the edition: what other stages take of them. */
export interface LoadElsewhere {
  /** By judge; whoever has nothing there is not in it. */
  readonly loads: ReadonlyMap<string, JudgeLoadElsewhere>;
  /** No other stage is still to be given its judges: what a judge is to have at least, this one gives. */
  readonly isLast: boolean;
}

interface Limits {
  readonly id: string;
  readonly leastEntries: number;
  readonly mostEntries: number | null;
}

const otherStages = `
  with other as (
    select s.id, coalesce(w.closed_at is not null or w.deadline_at < clock_timestamp(), false) as is_over
      from stages own join stages s on s.edition_id = own.edition_id and s.id <> own.id
      left join windows w on w.stage_id = s.id and w.kind = 'judging'
     where own.id = $1
  )`;

const loadsSql = `${otherStages}
  select a.judge_id as judge, count(*)::int as "all", count(*) filter (where not o.is_over)::int as open
    from other o join active_assignments a on a.stage_id = o.id group by 1`;

const lastSql = `${otherStages}
  select not exists (select from other o where not o.is_over
    and not exists (select from active_assignments a where a.stage_id = o.id)) as "isLast"`;

const none = { all: 0, open: 0 };
export const loadOf = ({ loads }: LoadElsewhere, judge: string): JudgeLoadElsewhere => loads.get(judge) ?? none;

export async function loadElsewhere(
  manager: EntityManager,
  stageId: string,
  judges: readonly Limits[],
): Promise<LoadElsewhere> {
  const isLimited = judges.some(({ leastEntries, mostEntries }) => leastEntries > 0 || mostEntries !== null);
  if (!isLimited) return { loads: new Map(), isLast: true };
  const rows = await manager.query<(JudgeLoadElsewhere & { judge: string })[]>(loadsSql, [stageId]);
  const [last] = await manager.query<{ isLast: boolean }[]>(lastSql, [stageId]);
  return {
    loads: new Map(rows.map(({ judge, all, open }) => [judge, { all, open }])),
    isLast: last?.isLast ?? true,
  };
}

/** What this stage has to keep of a judge's limits. */
export function limitsHere({ id, leastEntries, mostEntries }: Limits, elsewhere: LoadElsewhere) {
  const { all, open } = loadOf(elsewhere, id);
  return {
    leastEntries: elsewhere.isLast ? Math.max(0, leastEntries - all) : 0,
    mostEntries: mostEntries === null ? null : Math.max(0, mostEntries - open),
  };
}

/** A relaxation in numbers of the edition, as the limits are stated. */
export function relaxationOfEdition(relaxation: Relaxation, elsewhere: LoadElsewhere): Relaxation {
  if (relaxation.code !== 'raise-most' && relaxation.code !== 'lower-least') return relaxation;
  const { all, open } = loadOf(elsewhere, relaxation.judge);
  const more = relaxation.code === 'raise-most' ? open : all;
  return { ...relaxation, from: relaxation.from + more, to: relaxation.to + more };
}
