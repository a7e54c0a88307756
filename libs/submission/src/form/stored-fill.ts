import type { EntityManager } from 'typeorm';
import type { CoreAnswers, FormAnswers } from '#domain';

/** What an entry's form is filled with, as it is stored. */
export interface StoredFill {
  readonly form_version_id: string | null;
  readonly form_answers: FormAnswers;
  readonly core: CoreAnswers;
  readonly has_description: boolean;
  readonly members: number;
}

export async function storedFill(manager: EntityManager, entryId: string): Promise<StoredFill> {
  const [row] = await manager.query<StoredFill[]>(
    `select e.form_version_id, e.form_answers, e.summary <> '' as has_description,
       json_build_object('trackKey', t.key, 'fieldGroupKey', f.key, 'divisionKey', d.key, 'countryCode', e.country_code,
         'language', e.language, 'nominatingBody', e.nominating_body) as core,
       (select count(*)::int from team_members m where m.entry_id = e.id) as members
     from entries e join tracks t on t.id = e.track_id left join field_groups f on f.id = e.field_group_id
     left join divisions d on d.id = e.division_id where e.id = $1`,
    [entryId],
  );
  return row as StoredFill;
}
