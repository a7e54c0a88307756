import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

export interface PlannedWindow {
  readonly editionId: string;
  readonly stageId: string | null;
  readonly kind: 'entry' | 'judging';
  readonly planned: { readonly opensAt: string; readonly closesAt: string };
}

/**
 * Writes the planned times of a window that has not been opened. One that has keeps its times: from then on an
 * organiser moves it, and the change is logged.
 */
export async function upsertWindow(manager: EntityManager, window: PlannedWindow): Promise<void> {
  await manager.query(
    `insert into windows (id, edition_id, stage_id, kind, planned_opens_at, planned_closes_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (edition_id, kind, stage_id) do update
       set planned_opens_at = excluded.planned_opens_at, planned_closes_at = excluded.planned_closes_at
       where windows.opened_at is null`,
    [uuidv7(), window.editionId, window.stageId, window.kind, window.planned.opensAt, window.planned.closesAt],
  );
}
