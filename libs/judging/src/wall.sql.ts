/** $1 stage */
export const wallStageSql = `
  select jsonb_build_object('id', s.id, 'key', s.key, 'kind', s.kind,
           'name', jsonb_build_object('zh', s.name_zh, 'en', s.name_en)) as stage,
         jsonb_build_object('slug', d.slug, 'isDemo', d.is_demo,
           'name', jsonb_build_object('zh', d.name_zh, 'en', d.name_en)) as edition,
         jsonb_build_object('plannedOpensAt', w.planned_opens_at, 'plannedClosesAt', w.planned_closes_at,
           'deadlineAt', w.deadline_at, 'openedAt', w.opened_at, 'closedAt', w.closed_at,
           'isOpen', window_is_open(w, now())) as window
    from stages s
    join editions d on d.id = s.edition_id
    join windows w on w.stage_id = s.id and w.kind = 'judging'
   where s.id = $1`;

/** $1 stage, $2 panel floor. One pass over the assignments, aggregated three ways. */
export const wallFiguresSql = `
  with held as materialized (
    select a.judge_id, a.stage_entry_id, a.track_id, s.submitted_at, (s.revision > 1)::int as revised,
           exists (select from sheet_unlocks u where u.assignment_id = a.id and u.sheet_id is not null)::int as unlocked,
           (d.assignment_id is not null and s.submitted_at is null)::int as draft,
           (s.submitted_at is not null)::int as sheet
      from active_assignments a
      left join drafts d on d.assignment_id = a.id and d.scores is not null
      left join lateral (
        select x.submitted_at, x.revision from score_sheets x where x.assignment_id = a.id order by x.revision desc limit 1
      ) s on true
     where a.stage_id = $1
  ), by_judge as (
    select h.judge_id as id, u.display_name as name, count(*)::int as assigned, sum(h.sheet)::int as submitted,
           sum(h.draft)::int as drafts, max(h.submitted_at) as last
      from held h join judges j on j.id = h.judge_id left join users u on u.id = j.user_id
     group by h.judge_id, u.display_name
  ), by_track as (
    select t.position, t.key, t.name_zh, t.name_en, count(*)::int as assignments, sum(h.sheet)::int as submitted
      from held h join tracks t on t.id = h.track_id group by t.id
  ), by_entry as (
    select se.id, count(h.judge_id) as assigned, coalesce(sum(h.sheet), 0) as sheets
      from stage_entries se
      join entries e on e.id = se.entry_id and e.state = 'submitted'
      left join held h on h.stage_entry_id = se.id
     where se.stage_id = $1 and coalesce(se.outcome, '') not in ('retired', 'forfeit') group by se.id
  )
  select jsonb_build_object(
    'totals', (select jsonb_build_object('entries', (select count(*) from by_entry), 'assignments', count(*),
                 'submitted', coalesce(sum(sheet), 0), 'drafts', coalesce(sum(draft), 0),
                 'revised', coalesce(sum(revised), 0), 'unlocked', coalesce(sum(unlocked), 0),
                 'judges', count(distinct judge_id)) from held),
    'judges', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'assigned', assigned,
                 'submitted', submitted, 'drafts', drafts, 'lastSubmittedAt', last) order by id), '[]') from by_judge),
    'tracks', (select coalesce(jsonb_agg(jsonb_build_object(
                 'name', jsonb_build_object('zh', name_zh, 'en', name_en), 'assignments', assignments,
                 'submitted', submitted) order by position, key), '[]') from by_track),
    'coverage', (select jsonb_build_object('below', count(*) filter (where sheets < $2),
                 'complete', count(*) filter (where assigned > 0 and sheets = assigned and sheets >= $2))
                 from by_entry)) as figures`;
