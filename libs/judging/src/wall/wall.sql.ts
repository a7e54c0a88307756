import { awaitedPairsSql } from '../recusal/awaited-orders.js';

/** $1 stage, $2 who looks */
export const wallStageSql = `
  select jsonb_build_object('id', s.id, 'key', s.key, 'kind', s.kind,
           'name', jsonb_build_object('zh', s.name_zh, 'en', s.name_en)) as stage,
         jsonb_build_object('slug', d.slug, 'isDemo', d.is_demo,
           'name', jsonb_build_object('zh', d.name_zh, 'en', d.name_en)) as edition,
         jsonb_build_object('plannedOpensAt', w.planned_opens_at, 'plannedClosesAt', w.planned_closes_at,
           'deadlineAt', w.deadline_at, 'openedAt', w.opened_at, 'closedAt', w.closed_at,
           'isOpen', window_is_open(w, now())) as window,
         stage_concerns($2, s.id) as "leavesOut"
    from stages s
    join editions d on d.id = s.edition_id
    join windows w on w.stage_id = s.id and w.kind = 'judging'
   where s.id = $1`;

/**
 * What counts of an assignment `a` with its newest sheet `s` and draft `d`: none of an entry that concerns the viewer, and
 * none that its judge can't submit while an ordered recusal awaits its second person.
 */
export const heldSheetsSql = (stage: string, viewer: string) => `
    select a.id, a.judge_id, a.stage_entry_id, a.track_id, s.submitted_at, (s.revision > 1)::int as revised,
           (d.assignment_id is not null and s.submitted_at is null)::int as draft,
           (s.submitted_at is not null)::int as sheet
      from active_assignments a
      left join drafts d on d.assignment_id = a.id and d.scores is not null
      left join lateral (
        select x.submitted_at, x.revision from score_sheets x where x.assignment_id = a.id order by x.revision desc limit 1
      ) s on true
     where a.stage_id = ${stage} and a.entry_id not in (select conflicted_entries(${viewer}))
       and (s.submitted_at is not null or (a.judge_id, a.entry_id) not in (${awaitedPairsSql}))`;

/** Entries that are judged in the stage, but none that concerns the viewer. */
export const judgedEntriesSql = (stage: string, viewer: string) => `
    select se.id, se.panel_id, e.id as entry_id, e.public_id, e.number, e.title
      from stage_entries se join entries e on e.id = se.entry_id and e.state = 'submitted'
     where se.stage_id = ${stage} and coalesce(se.outcome, '') not in ('retired', 'forfeit')
       and se.entry_id not in (select conflicted_entries(${viewer}))`;

const panelsOfJudge = `(select jsonb_agg(jsonb_build_object('zh', p.name_zh, 'en', p.name_en) order by p.position, p.key)
  from panel_judges x join panels p on p.id = x.panel_id and p.stage_id = $1 where x.judge_id = b.id)`;

/**
 * $1 stage, $2 panel floor, $3 who looks, $4 whether judges of the stage declare their ties. One pass over the assignments, aggregated four ways. When a judge was reminded
 * is told to nobody whom an entry of the stage concerns: it says that sheets are missing which the figures leave out.
 */
export const wallFiguresSql = `
  with held as materialized (${heldSheetsSql('$1', '$3')}
  ), by_judge as (
    select h.judge_id as id, count(*)::int as assigned, sum(h.sheet)::int as submitted, sum(h.draft)::int as drafts,
           max(h.submitted_at) as last,
           (count(*) filter (where $4 and declaration_is_owed(h.judge_id, h.stage_entry_id)))::int as owed
      from held h group by h.judge_id
  ), by_track as (
    select t.position, t.key, t.name_zh, t.name_en, count(*)::int as assignments, sum(h.sheet)::int as submitted,
           sum(h.draft)::int as drafts
      from held h join tracks t on t.id = h.track_id group by t.id
  ), by_entry as (
    select e.id, e.panel_id, count(h.judge_id)::int as assigned, coalesce(sum(h.sheet), 0)::int as sheets,
           coalesce(sum(h.draft), 0)::int as drafts
      from (${judgedEntriesSql('$1', '$3')}) e left join held h on h.stage_entry_id = e.id group by e.id, e.panel_id
  ), by_panel as (
    select p.position, p.key, p.name_zh, p.name_en, count(*)::int as entries, sum(e.assigned)::int as assignments,
           sum(e.sheets)::int as submitted, sum(e.drafts)::int as drafts
      from by_entry e join panels p on p.id = e.panel_id group by p.id
  ), reminded as (
    select distinct on (r.judge_id) r.judge_id, r.recorded_at, u.display_name
      from judge_reminders r left join users u on u.id = r.reminded_by
     where r.stage_id = $1 and not stage_concerns($3, $1) order by r.judge_id, r.recorded_at desc, r.id desc
  )
  select jsonb_build_object(
    'totals', (select jsonb_build_object('entries', (select count(*) from by_entry), 'assignments', count(*),
                 'submitted', coalesce(sum(sheet), 0), 'drafts', coalesce(sum(draft), 0),
                 'revised', coalesce(sum(revised), 0), 'unlocked', (select count(distinct u.assignment_id)
                   from sheet_unlocks u join held x on x.id = u.assignment_id where u.stage_id = $1 and u.sheet_id is not null),
                 'judges', count(distinct judge_id)) from held),
    'judges', (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'name', u.display_name, 'assigned', b.assigned,
                 'submitted', b.submitted, 'drafts', b.drafts, 'lastSubmittedAt', b.last, 'declarationsOwed', b.owed,
                 'panels', coalesce(${panelsOfJudge}, '[]'), 'remindedAt', r.recorded_at, 'remindedBy', r.display_name)
                 order by b.id), '[]')
                 from by_judge b join judges j on j.id = b.id left join users u on u.id = j.user_id
                 left join reminded r on r.judge_id = b.id),
    'tracks', (select coalesce(jsonb_agg(jsonb_build_object(
                 'name', jsonb_build_object('zh', name_zh, 'en', name_en), 'assignments', assignments,
                 'submitted', submitted, 'drafts', drafts) order by position, key), '[]') from by_track),
    'panels', (select coalesce(jsonb_agg(jsonb_build_object(
                 'name', jsonb_build_object('zh', name_zh, 'en', name_en), 'entries', entries, 'assignments', assignments,
                 'submitted', submitted, 'drafts', drafts) order by position, key), '[]') from by_panel),
    'coverage', (select jsonb_build_object('below', count(*) filter (where sheets < $2),
                 'complete', count(*) filter (where assigned > 0 and sheets = assigned and sheets >= $2))
                 from by_entry)) as figures`;
