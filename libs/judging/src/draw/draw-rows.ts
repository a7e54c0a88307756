import type { EntityManager } from 'typeorm';
import { drawHash, type DrawDocument } from '#domain/draw/draw-document';
import type { DrawnLine } from '#domain/draw/drawn-lines';
import type { NewDraw, StagePanel } from './draw-request.js';

interface DrawRow extends NewDraw {
  readonly id: string;
  readonly stageId: string;
  readonly document: DrawDocument;
  readonly way: 'seed' | 'hand';
  readonly state: 'committed' | 'drawn';
  readonly seedSource: string | null;
  readonly seedKnownFrom: Date | null;
  readonly drawnAt: Date | null;
  readonly replaces: string | null;
  readonly recordedBy: string;
}

/** @returns the document's hash */
export async function writeDraw(manager: EntityManager, row: DrawRow): Promise<string> {
  const hash = drawHash(row.document);
  await manager.query(
    `insert into draws (id, stage_id, number, kind, panel_id, way, state, document, document_hash, seed_source,
       seed_known_from, drawn_at, place, drawer, supervisor, reason, replaces_id, recorded_by)
     select $1, $2, 1 + coalesce(max(number), 0), $3, $4, $5, $6, $7, decode($8, 'hex'), $9, $10, $11, $12, $13, $14,
       $15, $16, $17 from draws where stage_id = $2`,
    [
      ...[row.id, row.stageId, row.kind, row.panelId, row.way, row.state, JSON.stringify(row.document), hash],
      ...[row.seedSource, row.seedKnownFrom, row.drawnAt, row.place, row.drawer, row.supervisor, row.reason],
      ...[row.replaces, row.recordedBy],
    ],
  );
  return hash;
}

/** Lines of a draw, in their order; members are found again by what they are called in the document. */
export async function writeLines(
  manager: EntityManager,
  stageId: string,
  drawId: string,
  lines: readonly DrawnLine[],
): Promise<void> {
  await manager.query(
    `insert into draw_lines (draw_id, stage_id, position, member, judge_id, stage_entry_id, ticket, outcome, panel_id, place)
     select $1, $2, g.position, g.member, j.id, x.id, decode(g.ticket, 'hex'), g.outcome, p.id, g.place
       from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::integer[]) with ordinality
         as g (member, ticket, outcome, panel, place, position)
       join draws d on d.id = $1
       left join judges j on d.kind in ('judges', 'judge-panels') and j.id::text = g.member
       left join (stage_entries x join entries e on e.id = x.entry_id)
         on d.kind in ('entry-panels', 'order') and x.stage_id = $2 and e.number::text = g.member
       left join panels p on p.stage_id = $2 and p.key = g.panel`,
    [
      ...[drawId, stageId, lines.map(({ member }) => member), lines.map(({ ticket }) => ticket)],
      ...[lines.map(({ outcome }) => outcome), lines.map(({ panel }) => panel), lines.map(({ place }) => place)],
    ],
  );
}

/** Panels of a stage, in its order. */
export function stagePanels(manager: EntityManager, stageId: string): Promise<StagePanel[]> {
  return manager.query<StagePanel[]>(
    `select id, key, json_build_object('zh', name_zh, 'en', name_en) as name from panels
      where stage_id = $1 order by position, key`,
    [stageId],
  );
}

/** @returns null where the stage's edition has no such field group */
export async function fieldGroupKey(
  manager: EntityManager,
  stageId: string,
  id: string | null,
): Promise<string | null> {
  if (id === null) return null;
  const [group] = await manager.query<{ key: string }[]>(
    'select g.key from field_groups g join stages s on s.edition_id = g.edition_id and s.id = $1 where g.id = $2',
    [stageId, id],
  );
  return group?.key ?? null;
}
