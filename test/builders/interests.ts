import type { DataSource } from 'typeorm';

/** Whoever has to declare interests in a stage has done so, and has no tie; nothing in a blind stage. */
export async function declareInterests(dataSource: DataSource, stageId: string): Promise<void> {
  await dataSource.query(
    `with owed as (
       select judge_id, stage_entry_id from assignments where stage_id = $1 and declaration_is_owed(judge_id, stage_entry_id)
     ), declared as (
       insert into interest_declarations (id, stage_id, judge_id, text_version)
       select gen_random_uuid(), $1, judge_id, '2026-11-28' from (select distinct judge_id from owed) x
       returning id, judge_id
     )
     insert into declared_entries (judge_id, stage_entry_id, declaration_id, has_conflict)
     select o.judge_id, o.stage_entry_id, d.id, false from owed o join declared d on d.judge_id = o.judge_id`,
    [stageId],
  );
}
