import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { holdStages } from '#contest';
import { DomainError } from '#domain';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { openAssigningStage } from '../assignment/assigning-stage.js';
import { plannedJudgesSql } from '../assignment/assignment-problem.sql.js';
import type { JudgeAbsence } from '../assignment/judge-absence.js';
import { JudgeService } from '../judge.service.js';
import { drawPool } from './draw-pool.js';
import { heldDraw, type HeldDraw } from './held-draw.js';

interface Reserve {
  readonly judgeId: string;
}

interface Passed {
  readonly judge: string;
  readonly absence: string;
}

/** The reasons for which a judge of the roster cannot judge; being a reserve, or not drawn, is none. */
const isGone = (absence: JudgeAbsence | null | undefined) =>
  absence !== null && absence !== undefined && absence !== 'substitute' && absence !== 'not-drawn';

/** Calls reserves in the order drawn (递补) where a drawn judge will not come: nobody picks. */
@Injectable()
export class DrawSubstituteService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
    private readonly judges: JudgeService,
  ) {}

  /**
   * The next reserve who can judge takes the seat; those before are passed over, each with the reason. Allowed while
   * judging runs: that is when judges vanish.
   *
   * @param judgeId of one with a seat by this draw, who is off the roster, has declined or is not available
   * @returns id of the judge who was called
   * @throws DomainError `not-found`, `organiser-conflicted`, `window-already-closed`, `draw-ended`,
   *   `draw-seat-standing`, `draw-reserves-used`
   */
  async call(request: IdempotentRequest, stageId: string, drawId: string, judgeId: string): Promise<string> {
    const { resultId } = await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        await holdStages(manager, [stageId]);
        const { editionId } = await openAssigningStage(manager, stageId, request.userId);
        await manager.query('select from judges where edition_id = $1 order by id for no key update', [editionId]);
        const draw = await heldDraw(manager, stageId, drawId);
        if (draw.kind !== 'judges') throw new DomainError('not-found', { judge: judgeId });
        if (draw.state !== 'confirmed' || draw.isReplaced) throw new DomainError('draw-ended');
        return { status: 201, resultId: await this.callNext(manager, stageId, draw, judgeId, request.userId) };
      }),
    );
    return resultId as string;
  }

  private async callNext(
    manager: EntityManager,
    stageId: string,
    draw: HeldDraw,
    judgeId: string,
    actor: string,
  ): Promise<string> {
    await assertSeated(manager, draw.id, judgeId);
    const absences = await absencesOf(manager, stageId);
    const absence = absences.get(judgeId);
    if (!isGone(absence)) throw new DomainError('draw-seat-standing');
    const { passed, called } = await this.nextReserve(manager, stageId, draw, absences);
    if (called === null) throw new DomainError('draw-reserves-used');
    const id = uuidv7();
    await manager.query(
      `insert into draw_calls (id, draw_id, left_judge_id, called_judge_id, passed, absence, called_by)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, draw.id, judgeId, called, JSON.stringify(passed), absence, actor],
    );
    for (const panelId of await panelsOf(manager, stageId, draw, judgeId)) {
      await this.change(manager, panelId, judgeId, called, actor);
    }
    await this.ledger.record(manager, {
      kind: 'substitute-called',
      subject: { stage: stageId, draw: draw.id, judge: called, call: id },
      body: { actor, left: judgeId, absence: absence ?? '', passed: passed.map((one) => ({ ...one })) },
    });
    return called;
  }

  private async change(manager: EntityManager, panelId: string, left: string, called: string, actor: string) {
    const rows = await manager.query<{ judgeId: string; panelId: string }[]>(
      'select judge_id as "judgeId", panel_id as "panelId" from panel_judges where panel_id = $1 and judge_id <> $2',
      [panelId, left],
    );
    await this.judges.unseat(manager, [panelId], rows, { actor });
    await this.judges.seat(manager, [{ panelId, judgeId: called }], { actor });
  }

  private async nextReserve(
    manager: EntityManager,
    stageId: string,
    { id, panelId, document }: HeldDraw,
    absences: ReadonlyMap<string, JudgeAbsence | null>,
  ): Promise<{ readonly passed: readonly Passed[]; readonly called: string | null }> {
    const reserves = await manager.query<Reserve[]>(
      `select l.judge_id as "judgeId" from draw_lines l where l.draw_id = $1 and l.outcome = 'reserve'
         and not exists (select from draw_calls c where c.draw_id = l.draw_id
           and l.judge_id in (c.called_judge_id, c.left_judge_id)) order by l.place`,
      [id],
    );
    const { passesConflicted } = document;
    const pool = await drawPool(manager, stageId, {
      ...{ kind: 'judges', panelId, fieldGroupId: null, passesConflicted, byPanel: false },
    });
    const excludedOf = new Map(pool.map((member) => [member.id, member.excluded]));
    const passed: Passed[] = [];
    for (const { judgeId } of reserves) {
      const absence = absences.get(judgeId);
      const why = isGone(absence) ? absence : excludedOf.get(judgeId);
      if (why === null || why === undefined) return { passed, called: judgeId };
      passed.push({ judge: judgeId, absence: why });
    }
    return { passed, called: null };
  }
}

/** The panel that was drawn for; of a draw for the stage those in which the judge who left sits. */
async function panelsOf(
  manager: EntityManager,
  stageId: string,
  { panelId }: HeldDraw,
  judgeId: string,
): Promise<readonly string[]> {
  if (panelId !== null) return [panelId];
  const rows = await manager.query<{ id: string }[]>(
    `select p.id from panels p join panel_judges j on j.panel_id = p.id where p.stage_id = $1 and j.judge_id = $2
      order by p.position, p.key`,
    [stageId, judgeId],
  );
  return rows.map(({ id }) => id);
}

/** @throws DomainError `not-found` for one who has no seat by the draw, or in whose stead somebody was called */
async function assertSeated(manager: EntityManager, drawId: string, judgeId: string): Promise<void> {
  const seated = await manager.query<unknown[]>(
    `select from draw_lines l where l.draw_id = $1 and l.judge_id = $2
       and (l.outcome = 'seat' or exists (select from draw_calls c where c.draw_id = $1 and c.called_judge_id = $2))
       and not exists (select from draw_calls c where c.draw_id = $1 and c.left_judge_id = $2)`,
    [drawId, judgeId],
  );
  if (seated.length === 0) throw new DomainError('not-found', { judge: judgeId });
}

async function absencesOf(manager: EntityManager, stageId: string): Promise<Map<string, JudgeAbsence | null>> {
  const rows = await manager.query<{ id: string; absence: JudgeAbsence | null }[]>(plannedJudgesSql, [stageId]);
  return new Map(rows.map(({ id, absence }) => [id, absence]));
}
