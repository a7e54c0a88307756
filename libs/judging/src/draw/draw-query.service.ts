import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type BilingualText, canonicalJson, DomainError, type JudgeKind } from '#domain';
import type { DrawDocument, DrawExclusion, DrawKind } from '#domain/draw/draw-document';
import type { DrawnLine } from '#domain/draw/drawn-lines';
import { otherApprovers } from '#identity';
import { LedgerService } from '#ledger';
import { type AssigningStage, assigningStage } from '../assignment/assigning-stage.js';
import { plannedJudgesSql } from '../assignment/assignment-problem.sql.js';
import type { JudgeAbsence } from '../assignment/judge-absence.js';
import { byName } from '../by-name.js';
import { drawPool, type PoolMember, type PoolWanted } from './draw-pool.js';
import type { StagePanel } from './draw-request.js';
import { stagePanels } from './draw-rows.js';
import { begunSql, drawCallsSql, drawLinesSql, drawsSql } from './draw.sql.js';

export interface DrawSummary {
  readonly id: string;
  /** Of the stage's draws, from 1. */
  readonly number: number;
  readonly kind: DrawKind;
  readonly way: 'seed' | 'hand';
  readonly state: 'committed' | 'drawn' | 'confirmed' | 'taken-back';
  readonly panel: Omit<StagePanel, 'id'> | null;
  /** Of pool and rules, 64 hex digits. */
  readonly hash: string;
  readonly seedSource: string | null;
  readonly seedKnownFrom: Date | null;
  readonly isSeedKnown: boolean | null;
  readonly seed: string | null;
  readonly drawnAt: Date | null;
  readonly place: string | null;
  readonly drawer: string | null;
  readonly supervisor: string | null;
  readonly reason: string | null;
  /** Number of the draw in whose stead it stands. */
  readonly replaces: number | null;
  readonly replacedAt: Date | null;
  /** Null where the account is gone, as the other names. */
  readonly recordedBy: string | null;
  readonly recordedAt: Date;
  readonly seededBy: string | null;
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
  /** The reader recorded or seeded it, and so doesn't confirm it. */
  readonly isOwn: boolean;
  readonly files: number;
}

export interface MinuteLine extends Omit<DrawnLine, 'panel'> {
  readonly position: number;
  readonly panel: Omit<StagePanel, 'id'> | null;
  readonly judgeId: string | null;
  /** Of the judge or the entry; null where the account is gone. */
  readonly name: string | null;
  readonly kind: JudgeKind | null;
  readonly employerName: string | null;
  readonly isCalled: boolean;
  readonly hasLeft: boolean;
  /** Why a judge with a seat cannot judge by now. */
  readonly absence: JudgeAbsence | null;
}

export interface DrawCallLine {
  readonly left: string | null;
  readonly called: string | null;
  readonly absence: string;
  readonly passed: readonly { readonly judge: string; readonly absence: string }[];
  readonly calledBy: string | null;
  readonly calledAt: Date;
}

export interface DrawFileLine {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly uploadedAt: Date;
}

export interface DrawMinute {
  readonly stage: AssigningStage;
  readonly draw: DrawSummary;
  /** The document that the hash is of, as canonical JSON. */
  readonly canonical: string;
  readonly pool: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly excluded: DrawExclusion | null;
  }[];
  /** None before it is drawn. */
  readonly lines: readonly MinuteLine[];
  readonly calls: readonly DrawCallLine[];
  readonly files: readonly DrawFileLine[];
  readonly otherApprovers: number;
}

export interface DrawDesk {
  readonly stage: AssigningStage;
  readonly panels: readonly StagePanel[];
  readonly fieldGroups: readonly { readonly id: string; readonly name: BilingualText }[];
  /** The newest first. */
  readonly draws: readonly DrawSummary[];
  /** Judging has begun: nothing is drawn for the stage any more. */
  readonly isBegun: boolean;
  readonly otherApprovers: number;
}

/** Draws as whoever draws reads them; the ledger is told of each reading that says who judges. */
@Injectable()
export class DrawQueryService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: LedgerService,
  ) {}

  /** @throws DomainError `not-found`, `organiser-conflicted` */
  async desk(stageId: string, reader: string): Promise<DrawDesk> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const stage = await assigningStage(manager, stageId, reader);
      const draws = await manager.query<DrawSummary[]>(`${drawsSql} where d.stage_id = $2 order by d.number desc`, [
        ...[reader, stageId],
      ]);
      const [row] = await manager.query<{ begun: boolean }[]>(begunSql, [stageId, null]);
      const fieldGroups = await manager.query<DrawDesk['fieldGroups'][number][]>(
        `select id, json_build_object('zh', name_zh, 'en', name_en) as name from field_groups
          where edition_id = $1 order by position, key`,
        [stage.editionId],
      );
      return {
        ...{ stage, panels: await stagePanels(manager, stageId), fieldGroups, isBegun: row?.begun ?? false },
        draws,
        otherApprovers: await otherApprovers(manager, stage.editionId, 'draw.confirm', reader),
      };
    });
  }

  /** The pool as a draw would fix it now, by name or number. @throws DomainError `not-found`, `organiser-conflicted` */
  async pool(stageId: string, wanted: PoolWanted, reader: string): Promise<readonly PoolMember[]> {
    return this.dataSource.transaction(async (manager) => {
      await assigningStage(manager, stageId, reader);
      const pool = await drawPool(manager, stageId, wanted);
      await this.note(manager, stageId, reader, { what: 'draw-pool', rows: pool.length });
      return pool.every(({ judgeId }) => judgeId === null)
        ? pool.sort((left, right) => Number(left.id) - Number(right.id))
        : byName(pool);
    });
  }

  /** @throws DomainError `not-found`, `organiser-conflicted` */
  async minute(stageId: string, id: string, reader: string): Promise<DrawMinute> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const stage = await assigningStage(manager, stageId, reader);
      const [draw] = await manager.query<DrawSummary[]>(`${drawsSql} where d.stage_id = $2 and d.id = $3`, [
        ...[reader, stageId, id],
      ]);
      const [fixed] = await manager.query<{ document: DrawDocument }[]>('select document from draws where id = $1', [
        id,
      ]);
      if (!draw || !fixed) throw new DomainError('not-found', { draw: id });
      const { document } = fixed;
      const lines = await linesOf(manager, stageId, draw);
      await this.note(manager, stageId, reader, { what: 'draw', draw: id, rows: document.members.length });
      return {
        ...{ stage, draw, canonical: canonicalJson(document), lines },
        pool: await namedPool(manager, stageId, document),
        calls: await manager.query<DrawCallLine[]>(drawCallsSql, [id]),
        files: await filesOf(manager, id),
        otherApprovers: await otherApprovers(manager, stage.editionId, 'draw.confirm', reader),
      };
    });
  }

  private async note(
    manager: EntityManager,
    stage: string,
    actor: string,
    body: Readonly<Record<string, string | number>>,
  ): Promise<void> {
    await this.ledger.record(manager, { kind: 'read', subject: { actor, stage }, body });
  }
}

async function linesOf(manager: EntityManager, stageId: string, { id, state }: DrawSummary): Promise<MinuteLine[]> {
  const lines = await manager.query<MinuteLine[]>(drawLinesSql, [id]);
  if (state !== 'confirmed') return lines.map((line) => ({ ...line, absence: null }));
  const rows = await manager.query<{ id: string; absence: JudgeAbsence | null }[]>(plannedJudgesSql, [stageId]);
  const absenceOf = new Map(rows.map((judge) => [judge.id, judge.absence]));
  return lines.map((line) => ({ ...line, absence: absenceOf.get(line.judgeId ?? '') ?? null }));
}

async function namedPool(
  manager: EntityManager,
  stageId: string,
  { kind, members }: DrawDocument,
): Promise<DrawMinute['pool']> {
  const isOfJudges = kind === 'judges' || kind === 'judge-panels';
  const rows = await manager.query<{ id: string; name: string | null }[]>(
    isOfJudges
      ? `select j.id, u.display_name as name from judges j left join users u on u.id = j.user_id
          where j.id::text = any ($2) and j.edition_id = (select edition_id from stages where id = $1)`
      : `select e.number::text as id, e.title as name from stage_entries x join entries e on e.id = x.entry_id
          where x.stage_id = $1 and e.number::text = any ($2)`,
    [stageId, members.map(({ id }) => id)],
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return members.map(({ id, excluded }) => ({ id, excluded, name: names.get(id) ?? null }));
}

function filesOf(manager: EntityManager, id: string): Promise<DrawFileLine[]> {
  return manager.query<DrawFileLine[]>(
    `select id, name, size::float8 as size, encode(sha256, 'hex') as sha256, uploaded_at as "uploadedAt"
       from draw_files where draw_id = $1 order by uploaded_at, id`,
    [id],
  );
}
