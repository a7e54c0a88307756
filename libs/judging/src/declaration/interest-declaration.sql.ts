/** The stage in which a person ($1) judges, by edition ($2) and key ($3), on the roster where that is asked ($4); no row for a blind one. */
export const ownStageSql = `
  select s.id as "stageId", j.id as "judgeId", j.employer, o.survivor_id as "employerId",
         jsonb_build_object('slug', d.slug, 'isDemo', d.is_demo,
           'name', jsonb_build_object('zh', d.name_zh, 'en', d.name_en)) as edition,
         jsonb_build_object('key', s.key, 'name', jsonb_build_object('zh', s.name_zh, 'en', s.name_en)) as stage,
         (select count(*)::int from declared_entries x join interest_declarations i on i.id = x.declaration_id
           where i.judge_id = j.id and i.stage_id = s.id) as declared,
         (select max(i.recorded_at) from interest_declarations i where i.judge_id = j.id and i.stage_id = s.id) as "declaredAt"
    from editions d
    join stages s on s.edition_id = d.id
    join judges j on j.edition_id = d.id and (j.is_active or not $4)
    left join organisation_survivors o on o.id = j.employer_id
   where j.user_id = $1 and d.slug = $2 and s.key = $3
     and exists (select from assignments a where a.judge_id = j.id and a.stage_id = s.id)
     and not (select (v.document ->> 'blind')::boolean from rules_versions v where v.stage_id = s.id
               order by v.number desc limit 1)`;

/** Teams of a judge's ($1) entries in a stage ($2) of which the judge has to declare; none that the judge is ordered to leave. */
export const ownTeamsSql = `
  select a.public_id as assignment, a.position, e.title,
         coalesce((select jsonb_agg(jsonb_build_object('role', m.role, 'name', m.name, 'organisation', m.organisation,
             'organisationId', o.survivor_id) order by m.position)
           from team_members m left join organisation_survivors o on o.id = m.organisation_id
          where m.entry_id = e.id), '[]') as people
    from active_assignments a join entries e on e.id = a.entry_id
   where a.judge_id = $1 and a.stage_id = $2 and not recusal_awaits($1, a.entry_id)
     and declaration_is_owed($1, a.stage_entry_id)
   order by a.position`;

/** What is one with an organisation ($1, null for none): itself, what it is a branch of, and its branches. */
export const ownOrganisationsSql = `
  select l.ancestor_id as id from organisation_lines l where l.id = $1
  union select l.id from organisation_lines l where l.ancestor_id = $1`;

/** A judge's ($1) assignments in a stage ($2) by public id ($3), whether they stand or not. */
export const declaredMarksSql = `
  select a.public_id as assignment, a.stage_entry_id as "stageEntryId", x.entry_id as "entryId",
         exists (select from declared_entries d where d.judge_id = $1 and d.stage_entry_id = a.stage_entry_id) as "isDeclared"
    from assignments a join stage_entries x on x.id = a.stage_entry_id
   where a.judge_id = $1 and a.stage_id = $2 and a.public_id = any ($3)
   order by a.position`;
