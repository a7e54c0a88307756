import { heldSheetsSql, judgedEntriesSql } from '../wall/wall.sql.js';

/** $1 stage, $2 who prints: panels, and the judges who sit on one or have entries. */
export const judgePapersSql = `
  with held as materialized (${heldSheetsSql('$1', '$2')}
  ), seats as (
    select x.judge_id, p.key, x.is_chair from panel_judges x join panels p on p.id = x.panel_id where p.stage_id = $1
  ), counted as (
    select h.judge_id, count(*)::int as assigned, sum(h.sheet)::int as submitted from held h group by h.judge_id
  )
  select (select coalesce(jsonb_agg(jsonb_build_object('key', p.key,
            'name', jsonb_build_object('zh', p.name_zh, 'en', p.name_en)) order by p.position, p.key), '[]')
            from panels p where p.stage_id = $1) as panels,
         (select coalesce(jsonb_agg(jsonb_build_object('id', j.id, 'name', u.display_name, 'kind', j.kind,
            'employer', j.employer, 'assigned', coalesce(c.assigned, 0), 'submitted', coalesce(c.submitted, 0),
            'seats', (select coalesce(jsonb_agg(jsonb_build_object('panel', s.key, 'isChair', s.is_chair) order by s.key), '[]')
              from seats s where s.judge_id = j.id))), '[]')
            from judges j left join users u on u.id = j.user_id left join counted c on c.judge_id = j.id
           where j.is_active and (c.judge_id is not null or j.id in (select judge_id from seats))) as judges`;

/** $1 stage, $2 who prints, $3 how many are passed over, $4 limit: by panel, then as they appear, then by number. */
export const scheduledEntriesSql = `
  select (select count(*)::int from (${judgedEntriesSql('$1', '$2')}) e) as total,
         (select coalesce(jsonb_agg(jsonb_build_object('number', x.number, 'title', x.title, 'panel', x.key,
            'order', x.appearance_order) order by x.position nulls last, x.key, x.appearance_order nulls last, x.number), '[]')
            from (select e.number, e.title, p.key, p.position, se.appearance_order
                    from (${judgedEntriesSql('$1', '$2')}) e join stage_entries se on se.id = e.id
                    left join panels p on p.id = e.panel_id
                   order by p.position nulls last, p.key, se.appearance_order nulls last, e.number
                  offset $3 limit $4) x) as entries`;
