import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DomainError } from '#domain';
import { dropOthers, writePanels, type Ids } from './label-writer.js';
import { writeRules, type RulesOutcome } from './rules-writer.js';
import { stageRulesOf } from './stage-rules-of.js';
import type { ContestTemplate, TemplateStage } from './template-schema.js';
import { upsertWindow } from './window-writer.js';

export interface StageOutcome extends RulesOutcome {
  readonly stageId: string;
  readonly key: string;
}

interface Edition {
  readonly template: ContestTemplate;
  readonly editionId: string;
  readonly trackIds: Ids;
  readonly actor: string;
}

/**
 * Writes the stages in the template's order with windows, panels, rules and award tiers.
 *
 * @throws DomainError `edition-exists` where the template no longer names a stage: its rules versions are for ever.
 */
export async function writeStages(manager: EntityManager, edition: Edition): Promise<StageOutcome[]> {
  const { stages } = edition.template;
  await assertNoneVanishes(manager, edition);
  const ids = new Map<string, string>();
  const outcomes: StageOutcome[] = [];
  for (const [position, stage] of stages.entries()) {
    const stageId = await upsertStage(manager, { edition, stage, position, ids });
    ids.set(stage.key, stageId);
    await upsertWindow(manager, { editionId: edition.editionId, stageId, kind: 'judging', planned: stage.window });
    await writePanels(manager, stageId, stage.panels);
    await writeAwardTiers(manager, edition.editionId, stageId, stage.awards);
    const rules = await writeRules(manager, stageId, stageRulesOf(edition.template, stage), edition.actor);
    outcomes.push({ stageId, key: stage.key, ...rules });
  }
  return outcomes;
}

async function assertNoneVanishes(manager: EntityManager, { template, editionId }: Edition): Promise<void> {
  const rows = await manager.query<{ key: string }[]>(
    `select key from stages where edition_id = $1 and key <> all ($2) order by position`,
    [editionId, template.stages.map(({ key }) => key)],
  );
  if (rows.length > 0) throw new DomainError('edition-exists', { missingStages: rows.map(({ key }) => key) });
}

async function upsertStage(
  manager: EntityManager,
  given: { edition: Edition; stage: TemplateStage; position: number; ids: Ids },
): Promise<string> {
  const { edition, stage, position, ids } = given;
  const rows = await manager.query<{ id: string }[]>(
    `insert into stages (id, edition_id, track_id, key, kind, name_zh, name_en, position, previous_stage_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (edition_id, key) do update set track_id = excluded.track_id, kind = excluded.kind,
       name_zh = excluded.name_zh, name_en = excluded.name_en, position = excluded.position,
       previous_stage_id = excluded.previous_stage_id
     returning id`,
    [
      ...[uuidv7(), edition.editionId, edition.trackIds.get(stage.track), stage.key, stage.kind],
      ...[stage.name.zh, stage.name.en, position, stage.after === undefined ? null : ids.get(stage.after)],
    ],
  );
  return (rows[0] as { id: string }).id;
}

async function writeAwardTiers(
  manager: EntityManager,
  editionId: string,
  stageId: string,
  tiers: TemplateStage['awards'],
): Promise<void> {
  for (const [position, tier] of tiers.entries()) {
    await manager.query(
      `insert into award_tiers (id, edition_id, stage_id, key, name_zh, name_en, position, quota, minimum_score)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (stage_id, key) do update set name_zh = excluded.name_zh, name_en = excluded.name_en,
         position = excluded.position, quota = excluded.quota, minimum_score = excluded.minimum_score`,
      [
        ...[uuidv7(), editionId, stageId, tier.key, tier.name.zh, tier.name.en],
        ...[position, tier.quota, tier.minimumScore ?? null],
      ],
    );
  }
  const keys = tiers.map(({ key }) => key);
  await dropOthers(manager, { table: 'award_tiers', owner: 'stage_id', ownerId: stageId, keys });
}
