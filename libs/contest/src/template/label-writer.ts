import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DomainError } from '#domain';
import type { TemplateLabel, TemplateTrack } from './template-schema.js';
import { trackNodes } from './track-nodes.js';

/** Ids by key. */
export type Ids = ReadonlyMap<string, string>;

const foreignKeyViolation = '23503';

/** Writes the track tree, parents first. */
export async function writeTracks(manager: EntityManager, editionId: string, root: TemplateTrack): Promise<Ids> {
  const ids = new Map<string, string>();
  const nodes = trackNodes(root);
  for (const [position, { track, parent }] of nodes.entries()) {
    const rows = await manager.query<{ id: string }[]>(
      `insert into tracks (id, edition_id, parent_id, key, name_zh, name_en, position, requires_problem)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (edition_id, key) do update set parent_id = excluded.parent_id, name_zh = excluded.name_zh,
         name_en = excluded.name_en, position = excluded.position, requires_problem = excluded.requires_problem
       returning id`,
      [
        ...[uuidv7(), editionId, parent ? ids.get(parent.key) : null, track.key],
        ...[track.name.zh, track.name.en, position, track.requiresProblem],
      ],
    );
    ids.set(track.key, (rows[0] as { id: string }).id);
  }
  await dropOthers(manager, { table: 'tracks', owner: 'edition_id', ownerId: editionId, keys: [...ids.keys()] });
  return ids;
}

export async function writeFieldGroups(manager: EntityManager, editionId: string, labels: readonly TemplateLabel[]) {
  return writeLabels(manager, { table: 'field_groups', owner: 'edition_id', ownerId: editionId }, labels);
}

export async function writeDivisions(manager: EntityManager, editionId: string, labels: readonly TemplateLabel[]) {
  return writeLabels(manager, { table: 'divisions', owner: 'edition_id', ownerId: editionId }, labels);
}

export async function writePanels(manager: EntityManager, stageId: string, labels: readonly TemplateLabel[]) {
  return writeLabels(manager, { table: 'panels', owner: 'stage_id', ownerId: stageId }, labels);
}

/** Table and column names come from this file alone, never from a template. */
interface LabelSet {
  readonly table: 'field_groups' | 'divisions' | 'panels' | 'tracks' | 'award_tiers';
  readonly owner: 'edition_id' | 'stage_id';
  readonly ownerId: string;
}

async function writeLabels(manager: EntityManager, set: LabelSet, labels: readonly TemplateLabel[]): Promise<void> {
  await manager.query(
    `insert into ${set.table} (id, ${set.owner}, key, name_zh, name_en, position)
     select id, $2, key, name_zh, name_en, position - 1
     from unnest($1::uuid[], $3::text[], $4::text[], $5::text[]) with ordinality
       as given (id, key, name_zh, name_en, position)
     on conflict (${set.owner}, key) do update set name_zh = excluded.name_zh, name_en = excluded.name_en,
       position = excluded.position`,
    [
      ...[labels.map(() => uuidv7()), set.ownerId, labels.map(({ key }) => key)],
      ...[labels.map(({ name }) => name.zh), labels.map(({ name }) => name.en)],
    ],
  );
  await dropOthers(manager, { ...set, keys: labels.map(({ key }) => key) });
}

/**
 * Removes what the template no longer names.
 *
 * @throws DomainError `edition-exists` where rows still rest on it.
 */
export async function dropOthers(manager: EntityManager, set: LabelSet & { keys: readonly string[] }): Promise<void> {
  try {
    await manager.query(`delete from ${set.table} where ${set.owner} = $1 and key <> all ($2)`, [
      set.ownerId,
      set.keys,
    ]);
  } catch (error) {
    if ((error as { code?: string }).code !== foreignKeyViolation) throw error;
    throw new DomainError('edition-exists', { inUse: set.table });
  }
}
