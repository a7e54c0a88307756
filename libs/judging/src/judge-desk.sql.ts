import { readTranslation } from '#submission';

/** $1 user, $2 public id or null for the whole desk. */
export const deskAssignmentsSql = `
  select a.public_id as "publicId", a.position, a.stage_id as "stageId",
         declaration_is_owed(a.judge_id, a.stage_entry_id) as "isDeclarationOwed",
         e.title, e.summary, e.language, ${readTranslation('r')} as translation, jsonb_build_object('zh', t.name_zh, 'en', t.name_en) as track,
         case when g.id is not null then jsonb_build_object('zh', g.name_zh, 'en', g.name_en) end as "fieldGroup",
         case when p.id is not null then jsonb_build_object(
           'title', jsonb_build_object('zh', p.title_zh, 'en', p.title_en),
           'ownerLabel', jsonb_build_object('zh', p.owner_label_zh, 'en', p.owner_label_en)) end as problem,
         s.revision, encode(s.event_hash, 'hex') as receipt, s.submitted_at as "submittedAt", v.scores,
         nullif(s.deduction, 0)::text as deduction, s.comments, s.signature,
         sheet_unlocked_until(a.id, now()) as "unlockedUntil",
         asks_again(a.stage_entry_id, s.submitted_at) as "asksAgain",
         d.version as "draftVersion", d.scores as "draftScores", d.deduction::text as "draftDeduction",
         d.comments as "draftComments", d.updated_at as "draftUpdatedAt", l.late
    from judges j
    join active_assignments a on a.judge_id = j.id
    join entries e on e.id = a.entry_id
    join entry_translation_standings r on r.entry_id = e.id
    join tracks t on t.id = e.track_id
    left join field_groups g on g.id = e.field_group_id
    left join enterprise_problems p on p.id = e.enterprise_problem_id
    left join drafts d on d.assignment_id = a.id and d.scores is not null
    left join lateral (
      select x.id, x.revision, x.event_hash, x.submitted_at, x.deduction,
             jsonb_build_object('language', m.language) || m.comments as comments,
             case when g.kind is not null then jsonb_build_object('kind', g.kind, 'content', g.content) end as signature
        from score_sheets x left join sheet_comments m on m.sheet_id = x.id
        left join sheet_signatures g on g.sheet_id = x.id
       where x.assignment_id = a.id order by x.revision desc limit 1) s on true
    left join lateral (
      select jsonb_object_agg(c.key, x.score::text) as scores
        from criterion_scores x join criteria c on c.id = x.criterion_id where x.score_sheet_id = s.id) v on true
    left join lateral (
      select jsonb_build_object('scores', coalesce(x.scores, '{}'), 'deduction', x.deduction::text,
               'comments', x.comments, 'typedAt', x.typed_at, 'receivedAt', x.received_at, 'reason', x.reason,
               'state', coalesce(x.outcome, 'waiting')) as late
        from late_sheets x where x.assignment_id = a.id and x.revision = coalesce(s.revision, 0)) l on true
   where j.user_id = $1 and ($2::uuid is null or a.public_id = $2) and not recusal_awaits(j.id, a.entry_id)
   order by a.stage_id, a.position`;

/** $1 stage ids; the newest window first. */
export const deskStagesSql = `
  select s.id as "stageId",
         jsonb_build_object('slug', d.slug, 'isDemo', d.is_demo,
           'name', jsonb_build_object('zh', d.name_zh, 'en', d.name_en)) as edition,
         jsonb_build_object('key', s.key, 'name', jsonb_build_object('zh', s.name_zh, 'en', s.name_en)) as stage,
         jsonb_build_object(
           'plannedOpensAt', w.planned_opens_at, 'plannedClosesAt', w.planned_closes_at,
           'deadlineAt', w.deadline_at, 'closedAt', w.closed_at, 'isOpen', window_is_open(w, now())) as window
    from stages s
    join editions d on d.id = s.edition_id
    join windows w on w.stage_id = s.id and w.kind = 'judging'
   where s.id = any ($1)
   order by window_is_open(w, now()) desc, w.planned_closes_at desc, s.id`;

/** $1 user. */
export const awaitedEditionsSql = `
  select d.slug, d.is_demo as "isDemo", jsonb_build_object('zh', d.name_zh, 'en', d.name_en) as name
    from judges j
    join editions d on d.id = j.edition_id
    join roster_changes c on c.judge_id = j.id and c.kind = 'addition' and c.outcome is null
   where j.user_id = $1
   order by d.id desc`;

/** $1 user, $2 stage, $3 public id. */
export const deskNeighboursSql = `
  select next, previous from (
    select a.public_id, lead(a.public_id) over w as next, lag(a.public_id) over w as previous
      from active_assignments a join judges j on j.id = a.judge_id and j.user_id = $1
     where a.stage_id = $2 and not recusal_awaits(j.id, a.entry_id)
    window w as (order by a.position)) q
   where q.public_id = $3`;

/**
 * $1 user. Of entries that the judge has, or had, and was ordered to step back from: the place in the judge's own order
 * alone, as the judge knows the entry. While a second person has not confirmed it, the reason would say whose the entry
 * is, to a judge who reads it blind in any stage and may go on judging it.
 */
export const orderedRecusalsSql = `
  select a.position, case when o.outcome = 'confirmed' or not bool_or((select (v.document ->> 'blind')::boolean
           from rules_versions v where v.stage_id = s.id order by v.number desc limit 1)) over (partition by o.id)
           then o.reason_code end as "reasonCode", coalesce(o.outcome = 'confirmed', false) as "isConfirmed", o.ordered_at as "orderedAt",
         json_build_object('key', s.key, 'name', json_build_object('zh', s.name_zh, 'en', s.name_en)) as stage,
         json_build_object('slug', d.slug, 'isDemo', d.is_demo,
           'name', json_build_object('zh', d.name_zh, 'en', d.name_en)) as edition
    from judges j
    join recusal_orders o on (o.judge_id = j.id or o.organiser_id = j.user_id)
      and coalesce(o.outcome, 'confirmed') = 'confirmed'
    join assignments a on a.judge_id = j.id and (a.voided_at is null or a.void_reason = 'recusal')
    join stage_entries x on x.id = a.stage_entry_id and x.entry_id = o.entry_id
    join stages s on s.id = a.stage_id join editions d on d.id = s.edition_id
   where j.user_id = $1
   order by o.ordered_at desc, a.stage_id`;
