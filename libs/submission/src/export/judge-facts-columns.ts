import type { EntityManager } from 'typeorm';
import type { NamedKey } from '#domain';

/** SQL: `JudgeFacts` of row `j` of the judges; each earlier employer with the `organisation` it is taken for. */
export const judgeFactsColumns = `j.external_key as "externalKey", j.employer, j.kind, j.keywords, j.languages,
  j.least_entries as "leastEntries", j.most_entries as "mostEntries", j.is_substitute as "isSubstitute",
  j.available_from::text as "availableFrom", j.available_until::text as "availableUntil",
  array(select f.key from judge_field_groups g join field_groups f on f.id = g.field_group_id
    where g.judge_id = j.id order by f.key collate "C") as "fieldGroups",
  coalesce((select json_agg(json_build_object('name', x.name, 'fromYear', x.from_year, 'untilYear', x.until_year,
      'organisation', case when y.id is not null then json_build_object('zh', y.name_zh, 'en', y.name_en) end)
    order by x.id) from judge_employers x left join organisation_labels y on y.id = x.organisation_id
    where x.judge_id = j.id), '[]') as "earlierEmployers"`;

/** The edition's field groups, in their order. */
export function fieldGroupsOf(manager: EntityManager, editionId: string): Promise<NamedKey[]> {
  return manager.query<NamedKey[]>(
    `select key, json_build_object('zh', name_zh, 'en', name_en) as name from field_groups
     where edition_id = $1 order by position`,
    [editionId],
  );
}
