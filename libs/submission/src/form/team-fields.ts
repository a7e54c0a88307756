import type { EntityManager } from 'typeorm';
import { type FieldProblem, fieldProblem, type FormDefinition, readableFields } from '#domain';

interface BlindStage {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  /** Key of the field in which teams describe themselves without naming anybody. */
  readonly field: string;
}

/**
 * Blind stages that score teams by a field of their own, and to which entries come that are asked this node's form: those
 * of the node, of a node above, and of a node below that has no form of its own. A stage that has ended is none of them.
 */
const blindStages = `
  with recursive above as (
    select id, parent_id from tracks where id = $1
    union all select t.id, t.parent_id from above a join tracks t on t.id = a.parent_id
  ), below as (
    select id from tracks where id = $1
    union all select t.id from below b join tracks t on t.parent_id = b.id
      where not exists (select from form_versions v where v.track_id = t.id)
  )
  select s.key, s.name_zh as zh, s.name_en as en, r.document ->> 'teamField' as field from stages s
  join lateral (select document from rules_versions where stage_id = s.id order by number desc limit 1) r on true
  where (s.track_id in (select id from above) or s.track_id in (select id from below))
    and (r.document ->> 'blind')::boolean and r.document ? 'teamField'
    and not exists (select from windows w where w.stage_id = s.id and w.closed_at is not null)
  order by s.position, s.key`;

/**
 * Stages that could not be judged by a form, because their judges would read nothing of the team: the form lacks the
 * field that their rules name, or keeps it from judges of a blind stage.
 *
 * @param form of the right shape
 */
export async function teamFieldProblems(
  manager: EntityManager,
  trackId: string,
  form: FormDefinition,
): Promise<FieldProblem[]> {
  const stages = await manager.query<BlindStage[]>(blindStages, [trackId]);
  return stages.flatMap(({ key, zh, en, field }) => {
    const readable = readableFields(form, { role: 'judge', stageKey: key, isBlind: true });
    if (readable.some((one) => one.key === field)) return [];
    return [fieldProblem('sections', 'team-field-missing', { stageZh: zh, stageEn: en, field })];
  });
}
