import type { EntityManager } from 'typeorm';
import { DomainError, hashJson } from '#domain';
import type { DrawDocument } from '#domain/draw/draw-document';
import { drawPool } from './draw-pool.js';
import type { HeldDraw } from './held-draw.js';

/** Its places were drawn within each panel. */
const isByPanel = ({ kind, members }: DrawDocument) => kind === 'order' && members.some(({ panel }) => panel !== null);

/**
 * A draw takes effect on what it was drawn from: a draw of entries where an entry came, left or changed its panel
 * meanwhile would leave gaps, and a draw of judges that employers kept from filling is none.
 *
 * @throws DomainError `draw-seats-short`, `draw-pool-changed`
 */
export async function assertStillSo(manager: EntityManager, stageId: string, draw: HeldDraw): Promise<void> {
  const { document } = draw;
  if (document.kind === 'judges') {
    const [row] = await manager.query<{ seats: number }[]>(
      `select count(*)::int as seats from draw_lines where draw_id = $1 and outcome = 'seat'`,
      [draw.id],
    );
    const [drawn, wanted] = [row?.seats ?? 0, document.judges?.seats ?? 0];
    if (drawn < wanted) throw new DomainError('draw-seats-short', { drawn, wanted });
  } else if (document.kind !== 'judge-panels') {
    const pool = await drawPool(manager, stageId, {
      ...{ kind: document.kind, panelId: null, fieldGroupId: null, passesConflicted: false },
      byPanel: isByPanel(document),
    });
    if (hashJson(pool.map(member)) !== hashJson(document.members.map(member))) {
      throw new DomainError('draw-pool-changed');
    }
  }
}

const member = ({ id, group, panel }: DrawDocument['members'][number]) => ({ id, group, panel });

/** @returns whether an order drawn by panel was in effect, and is no more */
export async function endOrderByPanel(manager: EntityManager, stageId: string): Promise<boolean> {
  const [ended] = await manager.query<[unknown[], number]>(
    `update draws set replaced_at = clock_timestamp() where stage_id = $1 and kind = 'order' and state = 'confirmed'
       and replaced_at is null and exists (select from jsonb_array_elements(document -> 'members') m
         where m ->> 'panel' is not null) returning id`,
    [stageId],
  );
  return ended.length > 0;
}
