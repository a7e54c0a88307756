import { awaitedPairsSql } from '../recusal/awaited-orders.js';

/**
 * Everything a plan is computed from, by stage ($1). One that is withdrawn, retired or absent is in no plan; a judge has
 * a reason for which no plan gives further entries, or none.
 */
export const plannedEntriesSql = `
  select se.id, e.field_group_id as topic, e.language,
         case when r.state = 'confirmed' then r.language end as translation,
         concat_ws(E'\n', e.title, e.summary, case when r.state = 'confirmed' then concat_ws(E'\n', r.title, r.summary) end)
           as text
    from stage_entries se
    join entries e on e.id = se.entry_id and e.state = 'submitted'
    left join entry_translation_standings r on r.entry_id = e.id
   where se.stage_id = $1 and coalesce(se.outcome, '') not in ('retired', 'forfeit')
   order by se.id`;

/**
 * Days are those of Beijing; a judge who is there on one day of the window is there. Where the stage's judges were drawn,
 * the draw says who has a seat, who is a reserve and who has neither.
 */
export const plannedJudgesSql = `
  select j.id, j.kind, j.languages, j.least_entries as "leastEntries", j.most_entries as "mostEntries", j.employer,
         o.survivor_id as organisation, u.display_name as name,
         array(select f.field_group_id from judge_field_groups f where f.judge_id = j.id order by 1) as topics, j.keywords,
         array(select json_build_object('topic', x.field_group_id, 'strength', case x.wish when 'gladly' then 2 else -2 end)
           from judge_wishes x where x.judge_id = j.id order by x.field_group_id) as wishes,
         case when not j.is_active then 'off-roster'
              when u.id is null or u.disabled_at is not null then 'no-account'
              when i.answer = 'declined' then 'declined'
              when j.available_from > (w.planned_closes_at at time zone 'Asia/Shanghai')::date
                or j.available_until < (w.planned_opens_at at time zone 'Asia/Shanghai')::date then 'unavailable'
              when d.place = 'not-drawn' then 'not-drawn'
              when d.place = 'reserve' or (d.place is null and j.is_substitute) then 'substitute' end as absence
    from stages s
    join judges j on j.edition_id = s.edition_id
    left join users u on u.id = j.user_id
    left join organisation_survivors o on o.id = j.employer_id
    left join windows w on w.stage_id = s.id and w.kind = 'judging'
    left join lateral (select x.answer from judge_invitations x where x.judge_id = j.id order by x.id desc limit 1) i
      on true
    left join lateral (select drawn_place(s.id, j.id) as place) d on true
   where s.id = $1
   order by j.id`;

/**
 * Employers of a stage's judges, by stage ($1): the present one, and those left lately or nobody knows when, which the
 * judges themselves have named too. Each as it was typed, and as the register takes it. How long an employer counts after
 * a judge has left is `employer_years` of the edition.
 */
export const judgeEmployersSql = `
  select j.id as judge, j.employer as name, o.survivor_id as organisation
    from stages s join judges j on j.edition_id = s.edition_id
    left join organisation_survivors o on o.id = j.employer_id
   where s.id = $1 and (j.employer is not null or o.survivor_id is not null)
  union select j.id, e.name, o.survivor_id
    from stages s join judges j on j.edition_id = s.edition_id
    join judge_employers e on e.judge_id = j.id
    left join organisation_survivors o on o.id = e.organisation_id
   where s.id = $1 and coalesce(e.until_year >= employer_counts_from(s.edition_id), true)
  union select j.id, n.name, null
    from stages s join judges j on j.edition_id = s.edition_id
    join standing_interests n on n.judge_id = j.id and n.kind = 'employer'
   where s.id = $1 and coalesce(n.until_year >= employer_counts_from(s.edition_id), true)`;

/**
 * Conflicts that ids tell: declared, by the judge's own place in a team or recusal as an organiser, by one employer with somebody of the team
 * (a branch of it too, and one left lately), and of a problem's owner, who is never on a panel of answers to a problem.
 */
export const plannedConflictsSql = `
  with entry as (
    select se.id, se.entry_id, e.enterprise_problem_id from stage_entries se join entries e on e.id = se.entry_id
     where se.stage_id = $1 and e.state = 'submitted'
  ), judge as (
    select j.id, j.user_id, j.edition_id from stages s join judges j on j.edition_id = s.edition_id where s.id = $1
  ), employer as (${judgeEmployersSql}
  ), team as (
    select distinct e.id, o.survivor_id as organisation from entry e
      join team_members m on m.entry_id = e.entry_id join organisation_survivors o on o.id = m.organisation_id
  )
  select e.id as entry, c.judge_id as judge from conflicts_of_interest c
    join entry e on e.entry_id = c.entry_id join judge j on j.id = c.judge_id
  union select e.id, j.id from team_ties t join entry e on e.entry_id = t.entry_id join judge j on j.user_id = t.user_id
  union select e.id, j.id from organiser_recusals r join entry e on e.entry_id = r.entry_id join judge j on j.user_id = r.user_id
  union select t.id, m.judge from employer m join organisation_lines l on l.id = m.organisation
    join team t on t.organisation = l.ancestor_id
  union select t.id, m.judge from team t join organisation_lines l on l.id = t.organisation
    join employer m on m.organisation = l.ancestor_id
  union select e.id, j.id from judge j
    join role_grants g on g.user_id = j.user_id and g.edition_id = j.edition_id and g.role = 'problem-owner'
      and g.revoked_at is null
    join entry e on e.enterprise_problem_id is not null`;

/** Pairs of a stage ($1) that an ordered recusal concerns which awaits its second person. */
export const awaitedConflictsSql = `
  select se.id as entry, o.judge_id as judge from (${awaitedPairsSql}) o
    join stage_entries se on se.entry_id = o.entry_id and se.stage_id = $1`;

/** Names typed by teams, of employers to be kept away, persons to be kept away, and of their own organisations. */
export const typedNamesSql = `
  select se.id as entry, a.kind, a.name from stage_entries se join avoidances a on a.entry_id = se.entry_id
   where se.stage_id = $1
  union select se.id, 'own', m.organisation from stage_entries se join team_members m on m.entry_id = se.entry_id
   where se.stage_id = $1 and m.organisation is not null`;

/** Organisations of these keys ($1) with what is one with them: itself, what it is a branch of, and its branches. */
export const namedOrganisationsSql = `
  with named as (
    select distinct n.key, s.survivor_id as id from organisation_names n
      join organisation_survivors s on s.id = n.organisation_id where n.key = any ($1) and n.removed_at is null)
  select n.key, l.ancestor_id as organisation from named n join organisation_lines l on l.id = n.id
  union select n.key, l.id from named n join organisation_lines l on l.ancestor_id = n.id`;

/** What stands, and whether the judge has begun: a sheet or a draft. */
export const standingAssignmentsSql = `
  select a.id, a.stage_entry_id as entry, a.judge_id as judge,
         exists (select from drafts d where d.assignment_id = a.id and d.scores is not null)
           or exists (select from score_sheets x where x.assignment_id = a.id) as "isBegun"
    from active_assignments a where a.stage_id = $1
   order by a.stage_entry_id, a.judge_id`;
