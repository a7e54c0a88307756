import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError, type BilingualText } from '#domain';
import { RulesService } from '#contest';
import { LedgerService } from '#ledger';
import { byName } from '../by-name.js';
import { coverageSql, mapSql } from './wall-detail.sql.js';
import { wallStageSql } from './wall.sql.js';
import type { WallStage } from './wall.service.js';

/** A page of a list that has so many rows in all. */
export interface WallPage {
  /** How many are passed over. */
  readonly after: number;
  readonly limit: number;
}

export type WallHead = Pick<WallStage, 'stage' | 'edition' | 'leavesOut'>;

export interface WallCoverage extends WallHead {
  /** Fewest sheets with which an entry is ranked. */
  readonly floor: number;
  /** Entries that have fewer, over all pages. */
  readonly total: number;
  readonly entries: readonly {
    readonly number: number;
    readonly title: string;
    readonly panel: BilingualText | null;
    readonly assigned: number;
    readonly submitted: number;
    readonly drafts: number;
    /** Judges who were assigned and have stepped back. */
    readonly recused: number;
  }[];
}

export const sheetStates = ['not-begun', 'draft', 'submitted', 'revised', 'suspended', 'recused'] as const;
export type SheetState = (typeof sheetStates)[number];

export interface WallMap extends WallHead {
  /** Entries over all pages. */
  readonly total: number;
  /** Those who have a cell on this page, by name. */
  readonly judges: readonly { readonly id: string; readonly name: string | null }[];
  readonly entries: readonly {
    readonly number: number;
    readonly title: string;
    /** By judge; none where the judge hasn't the entry. */
    readonly cells: readonly { readonly judge: string; readonly state: SheetState }[];
  }[];
}

/** Which sheets of which entries there are, a page at a time: never a score, and nothing of entries that concern the reader. */
@Injectable()
export class WallDetailService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: RulesService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Entries with fewer sheets than the panel's floor, those that lack most first. The ledger is told of each page.
   *
   * @throws DomainError `not-found`
   */
  async coverage(stageId: string, { after, limit }: WallPage, reader: string): Promise<WallCoverage> {
    const { rules } = await this.rules.current(stageId);
    const { floor } = rules.panel;
    const parameters = [stageId, reader, floor, after, limit];
    const page = await this.read<Omit<WallCoverage, 'floor'>>('wall-coverage', coverageSql, parameters);
    return { ...page, floor };
  }

  /**
   * Judges × entries, by number. The ledger is told of each page.
   *
   * @throws DomainError `not-found`
   */
  async map(stageId: string, { after, limit }: WallPage, reader: string): Promise<WallMap> {
    const page = await this.read<WallMap>('wall-map', mapSql, [stageId, reader, after, limit]);
    return { ...page, judges: byName(page.judges) };
  }

  private async read<Page extends WallHead & { readonly entries: readonly unknown[] }>(
    what: string,
    sql: string,
    [stageId, reader, ...rest]: readonly unknown[],
  ): Promise<Page> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const [head] = await manager.query<WallStage[]>(wallStageSql, [stageId, reader]);
      const [page] = await manager.query<Omit<Page, keyof WallHead>[]>(sql, [stageId, reader, ...rest]);
      if (!head || !page) throw new DomainError('not-found', { stage: String(stageId) });
      const { stage, edition, leavesOut } = head;
      const whole = { stage, edition, leavesOut, ...page } as unknown as Page;
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: String(reader), stage: String(stageId) },
        body: { what, rows: whole.entries.length },
      });
      return whole;
    });
  }
}
