import type { StageRules } from '#domain';
import { panelScoreSql, scorePlaces, totalsSql, worksByCriterion } from './panel-score-sql.js';
import { count, placesOf, roundedSql, tenTo } from './scaled-integers.js';

/** Places kept of a previous stage's published score: more than any published one has. */
const previousPlaces = 60;

/**
 * The stage's ranking once more, in plain SQL: integers scaled by powers of ten, divided last, rounded at the same
 * stages. Written from scoring.md alone, so that a mistake in libs/domain is not repeated here.
 *
 * Parameters: $1 stage, $2 JSON of the counted criteria `[{ at, key, factor, maximum }]`, and for `severity-adjusted` $3
 * JSON of the panel's scores `[{ entry, num }]` in 10^-9, which plain SQL does not reach. One row an entry:
 * `entry, sheets, is_ranked, numerator, denominator, rounded, rank`.
 */
export function shadowSql(rules: StageRules): string {
  const places = rules.rounding.total;
  const rounded = places === undefined ? 'null::numeric' : roundedSql('num', 'den', places);
  const figure = places !== undefined && rules.rankOn === 'rounded' ? 'rounded' : 'num';
  // The judges in favour part equal scores of the panel, where nothing else enters the stage score.
  const hasFavour = rules.method.key === 'copeland';
  const order =
    hasFavour && rules.components.length === 1 ? `${figure} desc nulls last, favour desc` : `${figure} desc nulls last`;
  return `
  with recursive ${sheetsSql(rules)}, ${panelScoreSql(rules)}, ${stagedSql(rules)}, published as (
    select *, ${rounded} as rounded from staged
  )
  select entry, sheets::integer as sheets, num is not null as is_ranked,
         div(num, gcd(num, den))::text as numerator, div(den, gcd(num, den))::text as denominator,
         rounded::text as rounded,
         case when num is not null then rank() over (order by ${order}) end::integer as rank
    from published`;
}

/** The kept sheets' totals, v / unit each, from the same parameters: `entry, judge, v, unit`. */
export function totalsQuery(rules: StageRules): string {
  const counted = rules.rubric.criteria.filter((criterion) => criterion.counted);
  const factorPlaces = placesOf(counted.map(({ factor }) => factor));
  return `
  with recursive ${sheetsSql(rules)}, ${totalsSql(rules, factorPlaces)}
  select t.entry, t.judge, t.v::text as v, (m.q * ${tenTo(scorePlaces + factorPlaces)})::text as unit
    from total t cross join multiple m where t.v is not null order by t.entry, t.judge`;
}

/** `cell`: every score that counts. `kept`: the sheets that count. `common`: a number that every count of them divides. */
function sheetsSql(rules: StageRules): string {
  const counted = rules.rubric.criteria.filter((criterion) => criterion.counted);
  const factorScale = tenTo(placesOf(counted.map(({ factor }) => factor)));
  const maximumScale = tenTo(placesOf(counted.map(({ maximum }) => maximum)));
  const onlyComplete = rules.method.options.missing === 'exclude-sheet' ? 'where f.keys = w.keys' : '';
  // Where criteria are aggregated first, nobody asks for a sheet's total.
  const totals = worksByCriterion(rules)
    ? 'null as total, null as reach'
    : 'sum(r.f * c.v) as total, sum(r.f * r.m) as reach';
  return `rubric as (
    select at, key, trunc(factor::numeric * ${factorScale}) as f, trunc(maximum::numeric * ${maximumScale}) as m
      from jsonb_to_recordset($2::jsonb) as r (at integer, key text, factor text, maximum text)
  ), sheet as materialized (
    select id, stage_entry_id as entry, judge_id as judge, trunc(deduction * ${tenTo(scorePlaces)}) as ded
      from counted_sheets where stage_id = $1
  ), cell as materialized (
    select s.id as sheet, s.entry, k.at, trunc(x.score * ${tenTo(scorePlaces)})::bigint as v
      from sheet s
      join criterion_scores x on x.score_sheet_id = s.id
      join (select c.id, r.at from criteria c join rules_versions v on v.id = c.rules_version_id and v.stage_id = $1
              join rubric r on r.key = c.key) k on k.id = x.criterion_id
  ), whole as (
    select a.entry, count(*) as keys, sum(r.f * r.m) as reach
      from (select distinct entry, at from cell) a join rubric r using (at) group by a.entry
  ), filled as (
    select c.sheet, c.entry, count(*) as keys, ${totals}
      from cell c join rubric r using (at) group by c.sheet, c.entry
  ), kept as materialized (
    select f.*, w.keys as all_keys, w.reach as all_reach, s.ded, s.judge
      from filled f join whole w using (entry) join sheet s on s.id = f.sheet ${onlyComplete}
  ), counts as (
    select entry, count(*) as n, sum(ded) as ded from kept group by entry
  ), multiples (i, l) as (
    select 1::bigint, 1::numeric
     union all select i + 1, lcm(l, (i + 1)::numeric) from multiples where i < (select max(n) from counts)
  ), common as (
    select max(l) as l from multiples
  )`;
}

/** `staged`: the stage score num/den of every entry, null where it has none. */
function stagedSql(rules: StageRules): string {
  const { numerator, denominator } = stageSql(rules);
  return `previous as (
    select se.id as entry, trunc(t.score * ${tenTo(previousPlaces)}) as num
      from stages s
      join tally_runs r on r.stage_id = s.previous_stage_id and r.state = 'completed'
       and not exists (select 1 from tally_runs n where n.stage_id = r.stage_id and n.state = 'completed' and n.fence > r.fence)
      join tally_rows t on t.run_id = r.id
      join stage_entries b on b.id = t.stage_entry_id
      join stage_entries se on se.stage_id = s.id and se.entry_id = b.entry_id
     where s.id = $1
  ), staged as (
    select se.id as entry, coalesce(c.n, 0) as sheets,
           case when c.n >= ${count(rules.panel.floor)} and not s.is_refused then ${numerator} end as num, ${denominator} as den${rules.method.key === 'copeland' ? ', s.favour' : ''}
      from stage_entries se
      join entries e on e.id = se.entry_id and e.state = 'submitted'
      cross join scale d
      left join counts c on c.entry = se.id
      left join scored s on s.entry = se.id
      left join previous p on p.entry = se.id
     where se.stage_id = $1 and coalesce(se.outcome, '') not in ('retired', 'forfeit')
  )`;
}

/** The stage score num/den from the panel's `s.num / d.d` and the previous stage's `p.num`. */
function stageSql({ components, rounding: { total } }: StageRules): { numerator: string; denominator: string } {
  const sharePlaces = placesOf(components.map(({ share }) => share));
  const single = components.length === 1;
  const terms = components.map(({ key, share }) => {
    if (key === 'public') throw new RangeError('no public scores are stored');
    const [num, den] = key === 'experts' ? ['s.num', 'd.d'] : ['p.num', tenTo(previousPlaces)];
    const weight = `trunc('${decimal(share)}'::numeric * ${tenTo(sharePlaces)})`;
    if (single || total === undefined) {
      const other = components.some((component) => component.key !== key);
      const rest = !other ? '1' : key === 'experts' ? tenTo(previousPlaces) : 'd.d';
      return { numerator: `${num} * ${weight} * ${rest}`, denominator: `${den} * ${rest}` };
    }
    return { numerator: `${roundedSql(num, den, total)} * ${weight}`, denominator: tenTo(total) };
  });
  return {
    numerator: terms.map((term) => term.numerator).join(' + '),
    denominator: `${terms[0]?.denominator ?? '1'} * ${tenTo(sharePlaces)}`,
  };
}

function decimal(text: string): string {
  if (!/^\d+(\.\d+)?$/.test(text)) throw new RangeError('a share is a plain decimal');
  return text;
}
