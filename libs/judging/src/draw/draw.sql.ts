/**
 * Judges on the roster of the stage ($1) as a pool, with the reason for which one is passed over: $2 the panel for which
 * is drawn, or null; $3 a field group, or null; $4 whether those are spread whom a draw has seated, where one stands.
 */
export const pooledJudgesSql = `
  select j.id, u.display_name as name, j.kind, j.employer, o.survivor_id as organisation,
         case when u.id is null or u.disabled_at is not null then 'no-account'
              when i.answer = 'declined' then 'declined'
              when j.available_from > (w.planned_closes_at at time zone 'Asia/Shanghai')::date
                or j.available_until < (w.planned_opens_at at time zone 'Asia/Shanghai')::date then 'unavailable'
              when $2::uuid is not null and exists (select from panel_judges x join panels p on p.id = x.panel_id
                where x.judge_id = j.id and p.stage_id = s.id and p.id <> $2) then 'seated-elsewhere' end as excluded
    from stages s
    join judges j on j.edition_id = s.edition_id and j.is_active
    left join users u on u.id = j.user_id
    left join organisation_survivors o on o.id = j.employer_id
    left join windows w on w.stage_id = s.id and w.kind = 'judging'
    left join lateral (select x.answer from judge_invitations x where x.judge_id = j.id order by x.id desc limit 1) i
      on true
   where s.id = $1
     and ($3::uuid is null or exists (select from judge_field_groups f where f.judge_id = j.id and f.field_group_id = $3))
     and (not $4 or coalesce(drawn_place(s.id, j.id), 'seat') = 'seat')
   order by j.id`;

/** Entries that are judged in the stage ($1), as a pool. */
export const pooledEntriesSql = `
  select x.id, e.number, e.title, g.key as "groupKey", p.key as panel,
         case when g.id is not null then json_build_object('zh', g.name_zh, 'en', g.name_en) end as "fieldGroup"
    from stage_entries x
    join entries e on e.id = x.entry_id and e.state = 'submitted'
    left join field_groups g on g.id = e.field_group_id
    left join panels p on p.id = x.panel_id
   where x.stage_id = $1 and coalesce(x.outcome, '') not in ('retired', 'forfeit')`;

/** Whether anything of the stage ($1), or of what a panel ($2, or null) reads, has a draft or a sheet. */
export const begunSql = `
  select exists (select from assignments a join stage_entries x on x.id = a.stage_entry_id
    where a.stage_id = $1 and ($2::uuid is null or x.panel_id = $2)
      and (exists (select from drafts d where d.assignment_id = a.id and d.scores is not null)
        or exists (select from score_sheets c where c.assignment_id = a.id))) as begun`;

const persons = `left join users r on r.id = d.recorded_by left join users n on n.id = d.ended_by
  left join users y on y.id = d.seeded_by left join panels p on p.id = d.panel_id
  left join draws b on b.id = d.replaces_id`;

/** Draws as people read them; the condition stands behind it, $1 is the reader. */
export const drawsSql = `
  select d.id, d.number, d.kind, d.way, d.state, encode(d.document_hash, 'hex') as hash,
         case when p.id is not null then json_build_object('key', p.key,
           'name', json_build_object('zh', p.name_zh, 'en', p.name_en)) end as panel,
         d.seed_source as "seedSource", d.seed_known_from as "seedKnownFrom", d.seed, d.drawn_at as "drawnAt", d.place,
         d.drawer, d.supervisor, d.reason, b.number as replaces, d.replaced_at as "replacedAt",
         r.display_name as "recordedBy", d.recorded_at as "recordedAt", y.display_name as "seededBy",
         n.display_name as "endedBy", d.ended_at as "endedAt", d.end_reason as "endReason",
         d.recorded_by = $1 or coalesce(d.seeded_by = $1, false) as "isOwn",
         d.seed_known_from <= clock_timestamp() as "isSeedKnown",
         (select count(*)::int from draw_files f where f.draw_id = d.id) as files
    from draws d ${persons}`;

/** The minute of a draw ($1), line by line. */
export const drawLinesSql = `
  select l.position, l.member, l.outcome, l.place, encode(l.ticket, 'hex') as ticket, l.judge_id as "judgeId",
         case when p.id is not null then json_build_object('key', p.key,
           'name', json_build_object('zh', p.name_zh, 'en', p.name_en)) end as panel,
         coalesce(u.display_name, e.title) as name, j.kind, j.employer as "employerName",
         c.called_at is not null as "isCalled", v.called_at is not null as "hasLeft"
    from draw_lines l
    left join judges j on j.id = l.judge_id left join users u on u.id = j.user_id
    left join stage_entries x on x.id = l.stage_entry_id left join entries e on e.id = x.entry_id
    left join panels p on p.id = l.panel_id
    left join draw_calls c on c.draw_id = l.draw_id and c.called_judge_id = l.judge_id
    left join draw_calls v on v.draw_id = l.draw_id and v.left_judge_id = l.judge_id
   where l.draw_id = $1 order by l.position`;

/** Who was called in whose stead in a draw ($1), the first call first. */
export const drawCallsSql = `
  select lu.display_name as "left", cu.display_name as called, c.absence, c.passed, b.display_name as "calledBy",
         c.called_at as "calledAt"
    from draw_calls c
    join judges lj on lj.id = c.left_judge_id left join users lu on lu.id = lj.user_id
    join judges cj on cj.id = c.called_judge_id left join users cu on cu.id = cj.user_id
    left join users b on b.id = c.called_by
   where c.draw_id = $1 order by c.called_at, c.id`;
