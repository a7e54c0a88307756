import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#domain';
import { keywordKey, KeywordIndex } from '#domain/assignment/keyword-index';
import { LedgerService } from '#ledger';
import { byName } from '../by-name.js';
import { assigningStage } from './assigning-stage.js';
import type { EntryWithJudges, EntryWithJudgesPage } from './assignment-desk.js';
import { assignedEntriesSql } from './assignment-desk.sql.js';

export interface AssignedEntriesQuery {
  /** How many rows are passed over. */
  readonly after: number;
  readonly limit: number;
  /** An entry's number, or part of its title or of a judge's name; '' for all. */
  readonly q: string;
  /** Only entries with fewer judges than that, without those whom a plan takes away. */
  readonly below?: number | undefined;
  /** Only entries that the plan changes. */
  readonly isChanged: boolean;
}

/** Entries of a stage with their judges, a page at a time; the ledger is told of each page. */
@Injectable()
export class AssignedEntriesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * @param runId of the plan that is read; null: what stands
   * @throws DomainError `not-found`, `organiser-conflicted`
   */
  async page(
    stageId: string,
    runId: string | null,
    { after, limit, q, below, isChanged }: AssignedEntriesQuery,
    reader: string,
  ): Promise<EntryWithJudgesPage> {
    return this.dataSource.transaction(async (manager) => {
      await assigningStage(manager, stageId, reader);
      if (runId !== null) {
        const runs = await manager.query<unknown[]>(`select from assignment_runs where id = $1 and stage_id = $2`, [
          ...[runId, stageId],
        ]);
        if (!runs[0]) throw new DomainError('not-found', { run: runId });
      }
      const sql = assignedEntriesSql(runId === null ? 'standing' : 'plan');
      const part = (from: number, count: number) =>
        manager.query<EntryRow[]>(sql, [stageId, runId, from, count, q.trim(), below ?? null, isChanged]);
      const rows = await part(after, limit);
      // Past the end no row says how many there are.
      const [first] = rows.length === 0 && after > 0 ? await part(0, 1) : rows;
      const entries = withKeywords(rows);
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: reader, stage: stageId },
        // What was looked for may be a name: the ledger is told only that something was.
        body: { what: 'assigned-entries', after, isSearch: q.trim() !== '', rows: entries.length },
      });
      return { entries, total: first?.total ?? 0 };
    });
  }
}

type EntryRow = EntryWithJudges & { readonly text: string; readonly total: number };

/** Of each judge's keywords those alone that stand in the entry. */
function withKeywords(rows: readonly EntryRow[]): EntryWithJudges[] {
  const index = new KeywordIndex(rows.flatMap(({ judges }) => judges.flatMap(({ keywords }) => keywords)));
  return rows.map(({ text, total: _, judges, ...entry }) => {
    const found = new Set(index.found(text));
    const ofEntry = (keyword: string) => found.has(keywordKey(keyword));
    return {
      ...entry,
      judges: byName(judges.map((judge) => ({ ...judge, keywords: judge.keywords.filter(ofEntry) }))),
    };
  });
}
