import type { EntityManager } from 'typeorm';
import type { BilingualText } from '#domain';
import type { RulesService } from '#contest';

export interface JudgedStage {
  readonly key: string;
  readonly name: BilingualText;
  /** Whether its judges are not told who the teams are. */
  readonly isBlind: boolean;
}

/** The stages with rules that entries of a track go through, in their order. */
export async function judgedStages(
  manager: EntityManager,
  rules: RulesService,
  trackId: string,
): Promise<JudgedStage[]> {
  const rows = await manager.query<{ id: string; key: string; name: BilingualText }[]>(
    `with recursive path as (
       select id, parent_id from tracks where id = $1
       union all select t.id, t.parent_id from path p join tracks t on t.id = p.parent_id)
     select s.id, s.key, json_build_object('zh', s.name_zh, 'en', s.name_en) as name
     from stages s join path p on p.id = s.track_id
     where exists (select from rules_versions v where v.stage_id = s.id) order by s.position, s.id`,
    [trackId],
  );
  const stages: JudgedStage[] = [];
  for (const { id, ...stage } of rows) {
    stages.push({ ...stage, isBlind: (await rules.current(id, manager)).rules.blind });
  }
  return stages;
}
