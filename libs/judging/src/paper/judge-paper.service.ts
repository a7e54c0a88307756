import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError, type BilingualText, type JudgeKind } from '#domain';
import { LedgerService } from '#ledger';
import { byName } from '../by-name.js';
import type { WallPage } from '../wall/wall-detail.service.js';
import { wallStageSql } from '../wall/wall.sql.js';
import type { WallStage } from '../wall/wall.service.js';
import { judgePapersSql, scheduledEntriesSql } from './judge-paper.sql.js';

export interface JudgePapers extends WallStage {
  readonly panels: readonly { readonly key: string; readonly name: BilingualText }[];
  /** Who sits on a panel of the stage or has entries of it, by name. */
  readonly judges: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly kind: JudgeKind | null;
    readonly employer: string | null;
    readonly assigned: number;
    readonly submitted: number;
    /** By key of the panel; none where judges are assigned without panels. */
    readonly seats: readonly { readonly panel: string; readonly isChair: boolean }[];
  }[];
}

export interface ScheduledEntries {
  /** Over all pages. */
  readonly total: number;
  /** By panel, in order of appearance where that is drawn, then by number. */
  readonly entries: readonly {
    readonly number: number;
    readonly title: string;
    /** Key; null without a panel. */
    readonly panel: string | null;
    readonly order: number | null;
  }[];
}

/** What an office prints for the judges of a stage: schedule, sign-in sheet, name plates, table of fees. */
@Injectable()
export class JudgePaperService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Sheets of entries that concern the reader are not counted. The ledger is told of it.
   *
   * @throws DomainError `not-found`
   */
  async read(stageId: string, reader: string): Promise<JudgePapers> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const [head] = await manager.query<WallStage[]>(wallStageSql, [stageId, reader]);
      const [papers] = await manager.query<Pick<JudgePapers, 'panels' | 'judges'>[]>(judgePapersSql, [stageId, reader]);
      if (!head || !papers) throw new DomainError('not-found', { stage: stageId });
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: reader, stage: stageId },
        body: { what: 'judge-papers', rows: papers.judges.length },
      });
      return { ...head, panels: papers.panels, judges: byName(papers.judges) };
    });
  }

  /**
   * The entries of the schedule, without those that concern the reader. The ledger is told of each page.
   *
   * @throws DomainError `not-found`
   */
  async entries(stageId: string, { after, limit }: WallPage, reader: string): Promise<ScheduledEntries> {
    return this.dataSource.transaction(async (manager) => {
      const stages = await manager.query<unknown[]>('select from stages where id = $1', [stageId]);
      if (stages.length === 0) throw new DomainError('not-found', { stage: stageId });
      const [page] = await manager.query<ScheduledEntries[]>(scheduledEntriesSql, [stageId, reader, after, limit]);
      const { total, entries } = page ?? { total: 0, entries: [] };
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: reader, stage: stageId },
        body: { what: 'judging-schedule', rows: entries.length },
      });
      return { total, entries };
    });
  }
}
