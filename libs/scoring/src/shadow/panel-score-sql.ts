import type { StageRules } from '#domain';
import { aggregatedSql } from './aggregate-sql.js';
import { placesOf, roundedSql, tenTo } from './scaled-integers.js';
import { wholeTableSql } from './whole-table-sql.js';

/** Places of a score and of a deduction: the tables hold no more. */
export const scorePlaces = 4;

/**
 * SQL that adds the relation `scored (entry, num, is_refused)` and `scale (d)` to what comes before it: the panel's
 * score of an entry is num / d, one whole number `d` for the stage.
 */
export function panelScoreSql(rules: StageRules): string {
  const counted = rules.rubric.criteria.filter((criterion) => criterion.counted);
  const factorPlaces = placesOf(counted.map(({ factor }) => factor));
  return worksByCriterion(rules) ? byCriterion(rules, factorPlaces) : bySheet(rules, factorPlaces);
}

/** Declared by scoring.md: `mean` unless sheets are renormalised, `trimmed-mean` where it trims by criterion. */
export function worksByCriterion({ method: { key, options } }: StageRules): boolean {
  if (key === 'mean') return options.missing !== 'renormalise';
  return key === 'trimmed-mean' && options.trimBy === 'criterion';
}

function byCriterion({ method, rounding }: StageRules, factorPlaces: number): string {
  const { criterion, weightedCriterion } = rounding;
  const panel = rounded('a.num', 'a.den', criterion);
  const weighted = rounded('p.num * r.f', `p.den * ${tenTo(factorPlaces)}`, weightedCriterion);
  const places = scorePlaces + factorPlaces + (criterion ?? 0) + (weightedCriterion ?? 0);
  return `
  counted_cell as (
    select c.entry, c.at, c.v from cell c join kept k on k.sheet = c.sheet
  ), ${aggregatedSql(method, 'counted_cell', 'entry, at', tenTo(scorePlaces))}, panel as (
    select a.entry, a.at, a.is_refused, ${panel.numerator} as num, ${panel.denominator} as den from aggregated a
  ), weighted as (
    select p.entry, p.is_refused, ${weighted.numerator} as num, ${weighted.denominator} as den
      from panel p join rubric r using (at)
  ), scale as (
    select l * ${tenTo(places)} as d from common
  ), scored as (
    -- A criterion refused or without any score leaves the sum without a value.
    select w.entry, bool_or(w.is_refused) as is_refused,
           case when count(w.num) = max(o.keys)
                then sum(w.num * div(s.d, w.den)) - max(c.ded * div(s.d, c.n * ${tenTo(scorePlaces)})) end as num
      from weighted w join whole o using (entry) join counts c using (entry) cross join scale s
     group by w.entry
  )`;
}

function bySheet(rules: StageRules, factorPlaces: number): string {
  const unit = tenTo(scorePlaces + factorPlaces);
  const whole = wholeTableSql(rules.method, unit);
  return `${totalsSql(rules, factorPlaces)}, ${whole ?? aggregatedBySheet(rules, unit)}`;
}

/** `multiple (q)` and `total (entry, judge, v)`: every kept sheet's total is v / (q × 10^places), null where it has none. */
export function totalsSql({ method }: StageRules, factorPlaces: number): string {
  const incomplete = 'when k.reach > 0 then k.total * k.all_reach * div(m.q, k.reach)';
  return `
  reaches as (
    select reach, row_number() over (order by reach) as i
      from (select distinct reach from kept where keys < all_keys and reach > 0) d
  ), shares (i, q) as (
    select 0::bigint, 1::numeric union all select r.i, lcm(s.q, r.reach) from shares s join reaches r on r.i = s.i + 1
  ), multiple as (
    select max(q) as q from shares
  ), total as (
    select k.entry, k.judge, case when k.keys = k.all_keys then k.total * m.q ${method.options.missing === 'renormalise' ? incomplete : ''} end
             - k.ded * ${tenTo(factorPlaces)} * m.q as v
      from kept k cross join multiple m
  )`;
}

function aggregatedBySheet({ method }: StageRules, unit: string): string {
  return `${aggregatedSql(method, 'total', 'entry', '1')}, scale as (
    select c.l * m.q * ${unit} as d from common c cross join multiple m
  ), scored as (
    select a.entry, a.is_refused, a.num * div(c.l, a.den) as num from aggregated a cross join common c
  )`;
}

function rounded(numerator: string, denominator: string, places: number | undefined) {
  if (places === undefined) return { numerator: `(${numerator})`, denominator: `(${denominator})` };
  return { numerator: roundedSql(`(${numerator})`, `(${denominator})`, places), denominator: tenTo(places) };
}
