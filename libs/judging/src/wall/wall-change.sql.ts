/** Instants after $3 and up to $4. */
const since = (column: string) => `${column} > $3 and ${column} <= $4`;
const ofSheets = (kind: string, which: string) => `
  select '${kind}' as kind, a.judge_id, se.entry_id from score_sheets s join assignments a on a.id = s.assignment_id
    join stage_entries se on se.id = a.stage_entry_id
   where s.stage_id = $1 and ${which} and ${since('s.submitted_at')} group by a.id, a.judge_id, se.entry_id`;
const ofAssignments = (kind: string, which: string) => `
  select '${kind}', a.judge_id, se.entry_id from assignments a join stage_entries se on se.id = a.stage_entry_id
   where a.stage_id = $1 and ${which}`;
const ofUnlocks = (kind: string, which: string) => `
  select '${kind}', a.judge_id, se.entry_id from sheet_unlocks u join assignments a on a.id = u.assignment_id
    join stage_entries se on se.id = a.stage_entry_id where u.stage_id = $1 and ${which}`;

/**
 * $1 stage, $2 who looks, $3 since, $4 until: what happened to whose sheet of which entry; an act on the stage itself has
 * neither. No instants and no scores.
 */
const changesSql = `
  select x.* from (
    ${ofSheets('submitted', 's.revision = 1')}
    union all ${ofSheets('revised', 's.revision > 1')}
    union all ${ofAssignments('recused', `a.void_reason = 'recusal' and ${since('a.voided_at')}`)}
    union all ${ofAssignments('assigned', since('a.recorded_at'))}
    union all ${ofAssignments('unassigned', `a.void_reason <> 'recusal' and ${since('a.voided_at')}`)}
    union all ${ofUnlocks('unlock-requested', since('u.requested_at'))}
    union all ${ofUnlocks('unlocked', `u.outcome = 'approved' and ${since('u.ended_at')}`)}
  ) x where x.entry_id not in (select conflicted_entries($2))
  union all select 'opened', null, null from windows w where w.stage_id = $1 and w.kind = 'judging' and ${since('w.opened_at')}
  union all select 'closed', null, null from windows w where w.stage_id = $1 and w.kind = 'judging' and ${since('w.closed_at')}
  union all select 'moved', null, null from window_changes m join windows w on w.id = m.window_id
    where w.stage_id = $1 and w.kind = 'judging' and ${since('m.recorded_at')}`;

/** As above, and $5 kind or null for all, $6 how many are passed over, $7 limit. */
export const wallChangesSql = `
  with changes as materialized (${changesSql})
  select (select coalesce(jsonb_object_agg(kind, n), '{}') from (
            select kind, count(*)::int as n from changes group by kind) k) as counts,
         (select coalesce(jsonb_agg(jsonb_build_object('kind', l.kind, 'judge', l.name, 'number', l.number, 'title', l.title)
            order by l.number nulls first, l.kind, l.judge_id), '[]') from (
            select c.kind, c.judge_id, u.display_name as name, e.number, e.title from changes c
              left join judges j on j.id = c.judge_id left join users u on u.id = j.user_id
              left join entries e on e.id = c.entry_id
             where $5::text is null or c.kind = $5
             order by e.number nulls first, c.kind, c.judge_id offset $6 limit $7) l) as lines`;
