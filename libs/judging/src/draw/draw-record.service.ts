import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { holdStages } from '#contest';
import { DomainError, fieldProblem, type FieldProblem, hashJson } from '#domain';
import { drawHash, type DrawDocument } from '#domain/draw/draw-document';
import { drawnByHand } from '#domain/draw/drawn-by-hand';
import { drawnLines, type DrawnLine } from '#domain/draw/drawn-lines';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { openAssigningStage } from '../assignment/assigning-stage.js';
import { drawPool } from './draw-pool.js';
import { documentOf, requestProblems, type NewDraw, type NewHandDraw, type NewSeededDraw } from './draw-request.js';
import { fieldGroupKey, stagePanels, writeDraw, writeLines } from './draw-rows.js';
import { assertNotBegun, heldDraw } from './held-draw.js';

interface Prepared {
  readonly id: string;
  readonly document: DrawDocument;
  readonly replaces: string | null;
}

/** The first person's half of a draw: fixed and then seeded, or written down as it was drawn by hand. Nothing is in effect yet. */
@Injectable()
export class DrawRecordService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Fixes pool and rules, with their hash in the ledger, before the seed can be known.
   *
   * @returns id of the draw
   * @throws DomainError `not-found`, `organiser-conflicted`, `window-already-closed`, `request-invalid`, `draw-open`,
   *   `draw-begun`
   */
  async commit(request: IdempotentRequest, stageId: string, draw: NewSeededDraw): Promise<string> {
    return this.once(request, stageId, async (manager) => {
      const { id, document, replaces } = await this.prepare(manager, stageId, draw, [
        ...(await timeProblems(manager, 'seedKnownFrom', draw.seedKnownFrom, 'later')),
      ]);
      const hash = await writeDraw(manager, {
        ...{ ...draw, id, stageId, document, replaces, recordedBy: request.userId, way: 'seed', state: 'committed' },
        drawnAt: null,
      });
      const source = await this.ledger.commitment(manager, 'draw-source', id, draw.seedSource);
      await this.ledger.record(manager, {
        kind: 'draw-committed',
        subject: { stage: stageId, draw: id },
        body: {
          ...{ actor: request.userId, kind: draw.kind, hash, members: document.members.length, source, replaces },
          ...{ knownFrom: draw.seedKnownFrom.toISOString(), reason: await this.reason(manager, id, draw.reason) },
        },
      });
      return id;
    });
  }

  /**
   * Draws by the seed that is now known.
   *
   * @param seed one line of text, as it was published
   * @throws DomainError as `commit`, and `draw-ended`, `draw-seed-early`
   */
  async seed(request: IdempotentRequest, stageId: string, id: string, seed: string): Promise<void> {
    await this.once(request, stageId, async (manager) => {
      const draw = await heldDraw(manager, stageId, id);
      if (draw.state !== 'committed') throw new DomainError('draw-ended');
      if (!draw.isSeedKnown) throw new DomainError('draw-seed-early', { at: draw.seedKnownFrom?.toISOString() ?? '' });
      const lines = drawnLines(draw.document, seed);
      await manager.query(
        `update draws set state = 'drawn', seed = $2, seeded_by = $3, drawn_at = clock_timestamp() where id = $1`,
        [id, seed, request.userId],
      );
      await writeLines(manager, stageId, id, lines);
      await this.ledger.record(manager, {
        kind: 'draw-seeded',
        subject: { stage: stageId, draw: id },
        body: { actor: request.userId, seed, hash: drawHash(draw.document), lines: hashOf(lines) },
      });
      return id;
    });
  }

  /** Writes down a draw that was made by hand. @returns id of the draw @throws DomainError as `commit` */
  async byHand(request: IdempotentRequest, stageId: string, draw: NewHandDraw): Promise<string> {
    return this.once(request, stageId, async (manager) => {
      const late = await timeProblems(manager, 'drawnAt', draw.drawnAt, 'earlier');
      const { id, document, replaces } = await this.prepare(manager, stageId, draw, late);
      const { lines, problems } = drawnByHand(document, draw.lines);
      if (lines === null) throw new DomainError('request-invalid', { problems });
      const hash = await writeDraw(manager, {
        ...{ ...draw, id, stageId, document, replaces, recordedBy: request.userId, way: 'hand', state: 'drawn' },
        ...{ seedSource: null, seedKnownFrom: null },
      });
      await writeLines(manager, stageId, id, lines);
      await this.ledger.record(manager, {
        kind: 'draw-recorded',
        subject: { stage: stageId, draw: id },
        body: {
          ...{ actor: request.userId, kind: draw.kind, hash, members: document.members.length, lines: hashOf(lines) },
          ...{ drawnAt: draw.drawnAt.toISOString(), replaces, reason: await this.reason(manager, id, draw.reason) },
        },
      });
      return id;
    });
  }

  /** Everything that has to hold before a draw is written down. */
  private async prepare(
    manager: EntityManager,
    stageId: string,
    draw: NewDraw,
    others: readonly FieldProblem[],
  ): Promise<Prepared> {
    const panels = await stagePanels(manager, stageId);
    const scope = [stageId, draw.kind, draw.panelId];
    const rows = await manager.query<{ id: string; state: string }[]>(
      `select id, state from draws where stage_id = $1 and kind = $2 and panel_id is not distinct from $3
        and (state = 'committed' or drawn_at is not null) order by number desc for update`,
      scope,
    );
    if (rows.some(({ state }) => state === 'committed' || state === 'drawn')) throw new DomainError('draw-open');
    // Whatever was drawn before is answered for, in effect or taken back: nobody draws until it suits.
    await assertNotBegun(manager, stageId, draw.panelId);
    const replaces = rows[0]?.id ?? null;
    const pool = await drawPool(manager, stageId, draw);
    const fieldGroup = await fieldGroupKey(manager, stageId, draw.fieldGroupId);
    const document = documentOf(stageId, draw, { panels, fieldGroup }, pool);
    const problems = [...others, ...requestProblems(draw, panels, document)];
    if (draw.fieldGroupId !== null && fieldGroup === null) {
      problems.push(fieldProblem('fieldGroupId', 'option-unknown'));
    }
    if (replaces !== null && draw.reason === null) problems.push(fieldProblem('reason', 'field-missing'));
    if (problems.length > 0) throw new DomainError('request-invalid', { problems });
    return { id: uuidv7(), document, replaces };
  }

  private async reason(manager: EntityManager, id: string, reason: string | null): Promise<string | null> {
    return reason === null ? null : this.ledger.commitment(manager, 'draw-reason', id, reason);
  }

  private async once(
    request: IdempotentRequest,
    stageId: string,
    act: (manager: EntityManager) => Promise<string>,
  ): Promise<string> {
    const { resultId } = await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        await holdStages(manager, [stageId]);
        await openAssigningStage(manager, stageId, request.userId);
        return { status: 201, resultId: await act(manager) };
      }),
    );
    return resultId as string;
  }
}

/** Minutes between the commitment and the seed, at least: what appears in a moment may be known to somebody already. */
const seedLead = 10;

const hashOf = (lines: readonly DrawnLine[]) => hashJson(lines);

/** By the database's clock. */
async function timeProblems(
  manager: EntityManager,
  path: string,
  at: Date,
  has: 'later' | 'earlier',
): Promise<FieldProblem[]> {
  const [row] = await manager.query<{ past: boolean; soon: boolean }[]>(
    `select $1::timestamptz <= clock_timestamp() as past,
            $1::timestamptz < clock_timestamp() + make_interval(mins => $2) as soon`,
    [at, seedLead],
  );
  if (has === 'earlier') return row?.past ? [] : [fieldProblem(path, 'time-future')];
  return row?.soon ? [fieldProblem(path, 'draw-seed-soon', { minutes: seedLead })] : [];
}
