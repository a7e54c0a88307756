import { awaitedPairsSql } from '../recusal/awaited-orders.js';
import { heldSheetsSql, judgedEntriesSql } from './wall.sql.js';

const recusals = (entry: string, stageEntry: string) => `
  select c.judge_id from conflicts_of_interest c join assignments a on a.judge_id = c.judge_id and a.stage_entry_id = ${stageEntry}
   where c.entry_id = ${entry}`;

/**
 * $1 stage, $2 who looks, $3 panel floor, $4 how many are passed over, $5 limit: entries with fewer submitted sheets than
 * the floor, those that lack most first.
 */
export const coverageSql = `
  with held as materialized (${heldSheetsSql('$1', '$2')}
  ), counted as (
    select e.id, e.entry_id, e.panel_id, e.number, e.title, count(h.id)::int as assigned,
           coalesce(sum(h.sheet), 0)::int as submitted, coalesce(sum(h.draft), 0)::int as drafts
      from (${judgedEntriesSql('$1', '$2')}) e left join held h on h.stage_entry_id = e.id
     group by e.id, e.entry_id, e.panel_id, e.number, e.title
  ), below as (
    select c.* from counted c where c.submitted < $3 order by c.submitted, c.assigned, c.number offset $4 limit $5
  )
  select (select count(*)::int from counted where submitted < $3) as total,
         (select coalesce(jsonb_agg(jsonb_build_object('number', b.number, 'title', b.title, 'assigned', b.assigned,
            'submitted', b.submitted, 'drafts', b.drafts,
            'recused', (select count(distinct r.judge_id) from (${recusals('b.entry_id', 'b.id')}) r),
            'panel', case when p.id is not null then jsonb_build_object('zh', p.name_zh, 'en', p.name_en) end)
            order by b.submitted, b.assigned, b.number), '[]') from below b left join panels p on p.id = b.panel_id) as entries`;

/**
 * $1 stage, $2 who looks, $3 how many are passed over, $4 limit: entries by number, with the state of each sheet. A judge
 * who stepped back from an entry has a cell of it, whatever came before.
 */
export const mapSql = `
  with shown as materialized (
    select e.* from (${judgedEntriesSql('$1', '$2')}) e order by e.number, e.id offset $3 limit $4
  ), cells as (
    select s.id, a.judge_id,
           case when r.revision > 1 then 'revised' when r.revision = 1 then 'submitted'
             when (a.judge_id, a.entry_id) in (${awaitedPairsSql}) then 'suspended'
             when d.assignment_id is not null then 'draft' else 'not-begun' end as state
      from shown s join active_assignments a on a.stage_entry_id = s.id and a.stage_id = $1
      left join drafts d on d.assignment_id = a.id and d.scores is not null
      left join lateral (
        select x.revision from score_sheets x where x.assignment_id = a.id order by x.revision desc limit 1) r on true
    union
    select s.id, r.judge_id, 'recused' from shown s cross join lateral (${recusals('s.entry_id', 's.id')}) r
  )
  select (select count(*)::int from (${judgedEntriesSql('$1', '$2')}) e) as total,
         (select coalesce(jsonb_agg(jsonb_build_object('number', s.number, 'title', s.title,
            'cells', (select coalesce(jsonb_agg(jsonb_build_object('judge', c.judge_id, 'state', c.state)), '[]')
              from cells c where c.id = s.id)) order by s.number, s.id), '[]') from shown s) as entries,
         (select coalesce(jsonb_agg(jsonb_build_object('id', j.id, 'name', u.display_name)), '[]')
            from judges j left join users u on u.id = j.user_id where j.id in (select judge_id from cells)) as judges`;
