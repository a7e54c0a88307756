import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { holdStages } from '#contest';
import { DomainError } from '#domain';
import { AccessService, IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { openAssigningStage } from '../assignment/assigning-stage.js';
import { DrawEffectService } from './draw-effect.service.js';
import { assertStillSo } from './draw-standing.js';
import { assertNotBegun, heldDraw, type HeldDraw } from './held-draw.js';

/** The second person's half of a draw, the witness's: from then on it is in effect. Or it is taken back. */
@Injectable()
export class DrawConfirmationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
    private readonly access: AccessService,
    private readonly effect: DrawEffectService,
  ) {}

  /**
   * Puts a draw into effect: seats, panels or the order of appearance. An earlier one of the same scope stays in the
   * record and counts no more.
   *
   * @throws DomainError `not-found`, `organiser-conflicted`, `window-already-closed`, `draw-ended`, `same-person`,
   *   `draw-evidence-missing`, `draw-begun`; `draw-seats-short` where a seat stayed empty, `draw-pool-changed` where
   *   entries or their panels are no longer those that were drawn from
   */
  async confirm(request: IdempotentRequest, stageId: string, id: string): Promise<void> {
    await this.once(request, stageId, async (manager, editionId) => {
      const draw = await heldDraw(manager, stageId, id);
      if (draw.state !== 'drawn') throw new DomainError('draw-ended');
      await this.assertSecond(draw, request.userId, editionId);
      if (draw.way === 'hand') await assertEvidence(manager, id);
      await assertNotBegun(manager, stageId, draw.panelId);
      await assertStillSo(manager, stageId, draw);
      const replaced = await replaceStanding(manager, stageId, draw);
      await manager.query(
        `update draws set state = 'confirmed', ended_by = $2, ended_at = clock_timestamp() where id = $1`,
        [id, request.userId],
      );
      await this.effect.take(manager, stageId, draw, request.userId);
      await this.ledger.record(manager, {
        kind: 'draw-confirmed',
        subject: { stage: stageId, draw: id },
        body: { actor: request.userId, kind: draw.kind, replaced },
      });
    });
  }

  /**
   * Ends a draw that is not confirmed; it stays in the record, with the reason. Once its outcome can be seen that takes
   * the second person, as confirming it does: else whoever draws could draw until it suits.
   *
   * @param reason 1 to 500 characters
   * @throws DomainError `not-found`, `organiser-conflicted`, `window-already-closed`, `draw-ended`; `same-person` for who
   *   recorded or seeded it and `not-allowed` for who may not confirm, where it is drawn already
   */
  async takeBack(request: IdempotentRequest, stageId: string, id: string, reason: string): Promise<void> {
    await this.once(request, stageId, async (manager, editionId) => {
      const draw = await heldDraw(manager, stageId, id);
      const { state } = draw;
      if (state !== 'committed' && state !== 'drawn') throw new DomainError('draw-ended');
      if (state === 'drawn') await this.assertSecond(draw, request.userId, editionId);
      await manager.query(
        `update draws set state = 'taken-back', ended_by = $2, ended_at = clock_timestamp(), end_reason = $3 where id = $1`,
        [id, request.userId, reason],
      );
      const why = await this.ledger.commitment(manager, 'draw-return', id, reason);
      await this.ledger.record(manager, {
        kind: 'draw-taken-back',
        subject: { stage: stageId, draw: id },
        body: { actor: request.userId, state, reason: why },
      });
    });
  }

  private async assertSecond({ recordedBy, seededBy }: HeldDraw, actor: string, editionId: string): Promise<void> {
    if (recordedBy === actor || seededBy === actor) throw new DomainError('same-person');
    if (!(await this.access.holds(actor, 'draw.confirm', editionId))) throw new DomainError('not-allowed');
  }

  private async once(
    request: IdempotentRequest,
    stageId: string,
    act: (manager: EntityManager, editionId: string) => Promise<void>,
  ): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        // No sheet arrives meanwhile.
        await holdStages(manager, [stageId]);
        const { editionId } = await openAssigningStage(manager, stageId, request.userId);
        await act(manager, editionId);
        return { status: 204, resultId: null };
      }),
    );
  }
}

async function assertEvidence(manager: EntityManager, id: string): Promise<void> {
  const files = await manager.query<unknown[]>('select from draw_files where draw_id = $1 limit 1', [id]);
  if (files.length === 0) throw new DomainError('draw-evidence-missing');
}

/** @returns id of the draw that counts no more, or null */
async function replaceStanding(
  manager: EntityManager,
  stageId: string,
  { kind, panelId }: HeldDraw,
): Promise<string | null> {
  const [rows] = await manager.query<[{ id: string }[], number]>(
    `update draws set replaced_at = clock_timestamp() where stage_id = $1 and kind = $2
       and panel_id is not distinct from $3 and state = 'confirmed' and replaced_at is null returning id`,
    [stageId, kind, panelId],
  );
  return rows[0]?.id ?? null;
}
