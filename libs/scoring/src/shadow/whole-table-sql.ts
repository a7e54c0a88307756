import { defaultPoints, type StageRules } from '#domain';
import { placesOf, tenTo } from './scaled-integers.js';

type Method = StageRules['method'];
/** SQL of `scale (d)` and `scored (entry, num, is_refused)` from `total`, for a method that sees all sheets at once. */
type WholeTableSql = (options: Method['options'], unit: string) => string;

const wholeTable: Partial<Record<Method['key'], WholeTableSql>> = {
  borda: () => bordaSql,
  positional: positionalSql,
  copeland: () => copelandSql,
  standardised: standardisedSql,
  'severity-adjusted': () => solvedSql,
};

/**
 * @param unit by which, times `multiple.q`, a total's integer is divided to give points
 * @returns null for a method of another kind
 */
export function wholeTableSql({ key, options }: Method, unit: string): string | null {
  return wholeTable[key]?.(options, unit) ?? null;
}

/** `standing`: of every sheet, how many entries its judge put lower or level with it, among how many. */
const standingSql = `standing as (
    select entry, judge, rank() over (partition by judge order by v) - 1 as below,
           count(*) over (partition by judge, v) as level, count(*) over (partition by judge) as n
      from total where v is not null
  )`;

/** \`name (q)\`: the least common multiple of a column of `standing`, or 1. */
function multipleOf(name: string, column: string): string {
  return `${name}_parts as (
    select part, row_number() over (order by part) as i
      from (select distinct ${column} as part from standing where ${column} > 0) d
  ), ${name}_steps (i, q) as (
    select 0::bigint, 1::numeric
     union all select p.i, lcm(s.q, p.part::numeric) from ${name}_steps s join ${name}_parts p on p.i = s.i + 1
  ), ${name} as (
    select max(q) as q from ${name}_steps
  )`;
}

const bordaSql = `${standingSql}, ${multipleOf('rivals', 'n - 1')}, scale as (
    select 2 * r.q * c.l as d from rivals r cross join common c
  ), scored as (
    select s.entry, false as is_refused,
           sum((2 * s.below + s.level - 1) * div(max_q, s.n - 1)) * div(max(s.l), count(*)) as num
      from (select s.*, r.q as max_q, c.l from standing s cross join rivals r cross join common c) s
     where s.n > 1 group by s.entry
  )`;

function positionalSql({ points = defaultPoints }: Method['options']): string {
  const places = placesOf(points);
  const rows = points.map((point, index) => `(${index + 1}, trunc(${literal(point)} * ${tenTo(places)}))`);
  return `${standingSql}, prize (place, points) as (
    values ${rows.join(', ')}
  ), ${multipleOf('sharers', 'level')}, scale as (
    select q * ${tenTo(places)} as d from sharers
  ), shared as (
    -- Level entries cover the places after those put higher; what lies beyond the list is worth nothing.
    select s.entry, s.level, coalesce(sum(p.points), 0) as points
      from standing s left join prize p on p.place > s.n - s.below - s.level and p.place <= s.n - s.below
     group by s.entry, s.judge, s.level
  ), lists as (
    select count(*) < count(distinct entry) * count(distinct judge) as differ from standing
  ), scored as (
    select s.entry, l.differ as is_refused, sum(s.points * div(q.q, s.level)) as num
      from shared s cross join sharers q cross join lists l group by s.entry, l.differ
  )`;
}

const copelandSql = `duel as (
    select a.entry, sign(sum(sign(a.v - b.v))) as outcome, count(*) filter (where a.v > b.v) as favour
      from total a join total b on b.judge = a.judge and b.entry <> a.entry
     where a.v is not null and b.v is not null group by a.entry, b.entry
  ), scale as (
    select 2::numeric as d
  ), scored as (
    select t.entry, false as is_refused, coalesce(sum(1 + d.outcome), 0) as num, coalesce(sum(d.favour), 0) as favour
      from (select distinct entry from total where v is not null) t left join duel d using (entry) group by t.entry
  )`;

/** In numerics of at least 16 digits, which is not exact: the score is a whole number of 10^-9. */
function standardisedSql({ ddof = 1, rescale = false }: Method['options'], unit: string): string {
  const freedom = ddof === 0 ? 'n' : 'n - 1';
  const figure = rescale ? '(a.grand + avg(z.z) * a.deviation) / a.unit' : 'avg(z.z)';
  return `spread as (
    select judge, count(*) as n, avg(v) as mean, var_pop(v) * count(*) as squares, min(v) = max(v) as is_flat
      from total where v is not null group by judge
  ), standard as (
    select t.entry, case when s.is_flat then 0::numeric else (t.v - s.mean) / sqrt(s.squares / (${freedom})) end as z
      from total t join spread s using (judge) where t.v is not null
  ), overall as (
    select (select avg(v) from total) as grand, coalesce(sqrt(sum(squares) / nullif(sum(${freedom}), 0)), 0) as deviation,
           (select q from multiple) * ${unit} as unit
      from spread
  ), scale as (
    select ${tenTo(9)} as d
  ), scored as (
    select z.entry, false as is_refused, round(${figure} * ${tenTo(9)}) as num
      from standard z cross join overall a group by z.entry, a.grand, a.deviation, a.unit
  )`;
}

/** Solved outside: see `slowSeverity`. */
const solvedSql = `scale as (
    select ${tenTo(9)} as d
  ), scored as (
    select entry, false as is_refused, num from jsonb_to_recordset($3::jsonb) as s (entry uuid, num numeric)
  )`;

function literal(decimal: string): string {
  if (!/^\d+(\.\d+)?$/.test(decimal)) throw new RangeError('points are plain decimals');
  return `'${decimal}'::numeric`;
}
