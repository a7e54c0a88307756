import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import type { DrawDocument, DrawKind } from '#domain/draw/draw-document';
import { begunSql } from './draw.sql.js';

export interface HeldDraw {
  readonly id: string;
  readonly kind: DrawKind;
  readonly way: 'seed' | 'hand';
  readonly state: 'committed' | 'drawn' | 'confirmed' | 'taken-back';
  readonly panelId: string | null;
  readonly document: DrawDocument;
  readonly recordedBy: string;
  readonly seededBy: string | null;
  readonly isSeedKnown: boolean | null;
  readonly seedKnownFrom: Date | null;
  readonly isReplaced: boolean;
}

/** Of two who act on a draw the second waits here, and finds what the first did. @throws DomainError `not-found` */
export async function heldDraw(manager: EntityManager, stageId: string, id: string): Promise<HeldDraw> {
  const [draw] = await manager.query<HeldDraw[]>(
    `select id, kind, way, state, panel_id as "panelId", document, recorded_by as "recordedBy",
            seeded_by as "seededBy", seed_known_from <= clock_timestamp() as "isSeedKnown",
            seed_known_from as "seedKnownFrom", replaced_at is not null as "isReplaced"
       from draws where id = $1 and stage_id = $2 for no key update`,
    [id, stageId],
  );
  if (!draw) throw new DomainError('not-found', { draw: id });
  return draw;
}

/** @throws DomainError `draw-begun` where anything that the draw concerns has a draft or a sheet */
export async function assertNotBegun(manager: EntityManager, stageId: string, panelId: string | null): Promise<void> {
  const [row] = await manager.query<{ begun: boolean }[]>(begunSql, [stageId, panelId]);
  if (row?.begun) throw new DomainError('draw-begun', { stage: stageId });
}
