/** Runs as people read them; the condition stands behind it. */
export const runsSql = `
  select r.id, r.number, r.state, r.fault, r.parameters, r.size, r.outcome, p.display_name as "requestedBy",
         r.requested_at as "requestedAt", r.started_at as "startedAt", r.finished_at as "finishedAt",
         e.display_name as "endedBy", r.ended_at as "endedAt", encode(r.plan_hash, 'hex') as "planHash",
         floor(extract(epoch from coalesce(r.finished_at, clock_timestamp()) - r.started_at))::int as seconds
    from assignment_runs r left join users p on p.id = r.requested_by left join users e on e.id = r.ended_by`;

/**
 * Judges of the stage's edition with what they have in it ($1) and would have by a plan ($2, or null); whoever is off the
 * roster and has nothing is left out.
 */
export const deskJudgesSql = `
  with held as (
    select a.judge_id, count(*)::int as standing, count(*) filter (where exists (
        select from drafts d where d.assignment_id = a.id and d.scores is not null)
        or exists (select from score_sheets x where x.assignment_id = a.id))::int as begun
      from active_assignments a where a.stage_id = $1 group by 1
  ), planned as (
    select p.judge_id, count(*) filter (where p.change <> 'removed')::int as planned,
           count(*) filter (where p.change = 'added')::int as added,
           count(*) filter (where p.change = 'removed')::int as removed
      from assignment_run_pairs p where p.run_id = $2 group by 1
  )
  select j.id, u.display_name as name, j.kind, j.employer,
         case when l.id is not null then json_build_object('zh', l.name_zh, 'en', l.name_en) end as organisation,
         array(select json_build_object('zh', g.name_zh, 'en', g.name_en) from judge_field_groups f
           join field_groups g on g.id = f.field_group_id where f.judge_id = j.id order by g.position) as "fieldGroups",
         j.languages, j.least_entries as "leastEntries", j.most_entries as "mostEntries",
         coalesce(h.standing, 0) as standing, coalesce(h.begun, 0) as begun,
         coalesce(p.planned, 0) as planned, coalesce(p.added, 0) as added, coalesce(p.removed, 0) as removed
    from stages s
    join judges j on j.edition_id = s.edition_id
    left join users u on u.id = j.user_id
    left join organisation_labels l on l.id = j.employer_id
    left join held h on h.judge_id = j.id
    left join planned p on p.judge_id = j.id
   where s.id = $1 and (j.is_active or h.standing > 0 or p.judge_id is not null)`;

/** Panels of the stage ($1), in its order, with how many of the roster sit in each. */
export const deskPanelsSql = `
  select p.id, json_build_object('zh', p.name_zh, 'en', p.name_en) as name,
         (select count(*)::int from panel_judges x join judges j on j.id = x.judge_id and j.is_active
           where x.panel_id = p.id) as judges
    from panels p where p.stage_id = $1 order by p.position, p.key`;

/** Entries of the stage ($1): how many there are, and how many have fewer judges than wanted ($2). */
export const entryCountsSql = `
  select count(*)::int as entries, count(*) filter (where x.judges < $2)::int as "entriesBelow",
         coalesce(sum(x.judges), 0)::int as assignments
    from (select se.id, count(a.id) as judges from stage_entries se
            join entries e on e.id = se.entry_id and e.state = 'submitted'
            left join active_assignments a on a.stage_entry_id = se.id and a.stage_id = se.stage_id
           where se.stage_id = $1 and coalesce(se.outcome, '') not in ('retired', 'forfeit') group by se.id) x`;

const heldBy = {
  standing: `select a.judge_id, a.id as assignment, null as change,
      exists (select from drafts d where d.assignment_id = a.id and d.scores is not null)
        or exists (select from score_sheets x where x.assignment_id = a.id) as begun
    from active_assignments a where a.stage_id = $1 and a.stage_entry_id = p.id and $2::uuid is null`,
  plan: `select r.judge_id, null::uuid as assignment, r.change, false as begun
    from assignment_run_pairs r where r.run_id = $2 and r.stage_entry_id = p.id`,
} as const;

const pairsOf = {
  standing: `select a.stage_entry_id, a.judge_id, null::text as change from active_assignments a
    where a.stage_id = $1 and $2::uuid is null`,
  plan: `select r.stage_entry_id, r.judge_id, r.change from assignment_run_pairs r where r.run_id = $2`,
} as const;

/**
 * Entries with their judges as they stand, or as a plan has them: $1 stage, $2 run or null, $3 rows passed over, $4 rows,
 * $5 what is looked for in number, title and judges' names, or '', $6 fewer judges than so many, or null, $7 whether only
 * those that the plan changes. Pairs are gone through as a whole only where something is asked of them. The judges of a
 * page are looked up entry by entry: of a plan just written nobody knows yet how many pairs it has.
 */
export const assignedEntriesSql = (by: keyof typeof heldBy): string => `
  with named as materialized (
    select j.id from stages s join judges j on j.edition_id = s.edition_id join users u on u.id = j.user_id
     where s.id = $1 and $5 <> '' and position(lower($5) in lower(u.display_name)) > 0
  ), held as materialized (
    select h.stage_entry_id, count(*) filter (where h.change is distinct from 'removed') as judges,
           bool_or(h.change in ('added', 'removed')) as "isChanged",
           bool_or(h.judge_id in (select id from named)) as "isNamed"
      from (${pairsOf[by]}) h where $5 <> '' or $6::int is not null or $7::boolean group by 1
  ), page as materialized (
    select se.id, e.number, e.title, e.language, e.field_group_id,
           concat_ws(E'\n', e.title, e.summary, case when r.state = 'confirmed' then concat_ws(E'\n', r.title, r.summary) end)
             as text, count(*) over ()::int as total
      from stage_entries se join entries e on e.id = se.entry_id and e.state = 'submitted'
      left join entry_translation_standings r on r.entry_id = e.id
      left join held h on h.stage_entry_id = se.id
     where se.stage_id = $1 and coalesce(se.outcome, '') not in ('retired', 'forfeit')
       and ($5 = '' or e.number::text = $5 or position(lower($5) in lower(e.title)) > 0 or h."isNamed")
       and ($6::int is null or coalesce(h.judges, 0) < $6) and (not $7::boolean or h."isChanged")
     order by e.number offset $3 limit $4)
  select p.id, p.number, p.title, p.language, p.text, p.total,
         case when g.id is not null then json_build_object('zh', g.name_zh, 'en', g.name_en) end as "fieldGroup",
         coalesce(x.judges, '[]') as judges
    from page p
    left join field_groups g on g.id = p.field_group_id
    left join lateral (
      select json_agg(json_build_object('id', j.id, 'name', u.display_name, 'kind', j.kind,
          'keywords', j.keywords, 'assignmentId', h.assignment, 'isBegun', h.begun, 'change', h.change,
          'knowsTopic', exists (select from judge_field_groups f
            where f.judge_id = j.id and f.field_group_id = p.field_group_id))) as judges
        from (${heldBy[by]}) h join judges j on j.id = h.judge_id left join users u on u.id = j.user_id
    ) x on true
   order by p.number`;
