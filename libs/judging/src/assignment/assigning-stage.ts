import type { EntityManager } from 'typeorm';
import { type BilingualText, DomainError } from '#domain';

export interface AssigningStage {
  readonly id: string;
  readonly key: string;
  readonly name: BilingualText;
  readonly editionId: string;
  readonly edition: { readonly slug: string; readonly name: BilingualText; readonly isDemo: boolean };
  /** Its judging is over: what it assigned stays. */
  readonly isClosed: boolean;
}

/**
 * A stage for whoever assigns its judges. A person with a tie to any of its entries is told nothing of it, not by
 * difference either: another organiser takes the case.
 *
 * @throws DomainError `not-found`, `organiser-conflicted`
 */
export async function assigningStage(manager: EntityManager, stageId: string, userId: string): Promise<AssigningStage> {
  const [stage] = await manager.query<(AssigningStage & { hasTie: boolean })[]>(
    `select s.id, s.key, json_build_object('zh', s.name_zh, 'en', s.name_en) as name, s.edition_id as "editionId",
            json_build_object('slug', d.slug, 'isDemo', d.is_demo,
              'name', json_build_object('zh', d.name_zh, 'en', d.name_en)) as edition,
            coalesce(w.closed_at is not null or w.deadline_at < clock_timestamp(), false) as "isClosed",
            stage_concerns($2, s.id) as "hasTie"
       from stages s join editions d on d.id = s.edition_id
       left join windows w on w.stage_id = s.id and w.kind = 'judging'
      where s.id = $1`,
    [stageId, userId],
  );
  if (!stage) throw new DomainError('not-found', { stage: stageId });
  const { hasTie, ...found } = stage;
  if (hasTie) throw new DomainError('organiser-conflicted');
  return found;
}

/** As {@link assigningStage}, for an act. @throws DomainError `window-already-closed` too */
export async function openAssigningStage(
  manager: EntityManager,
  stageId: string,
  userId: string,
): Promise<AssigningStage> {
  const stage = await assigningStage(manager, stageId, userId);
  if (stage.isClosed) throw new DomainError('window-already-closed');
  return stage;
}
