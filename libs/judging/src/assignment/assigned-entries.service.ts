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
  /** Number of the entry before the page. */
  readonly after: number;
  readonly limit: number;
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
    { after, limit }: AssignedEntriesQuery,
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
      const rows = await manager.query<EntryRow[]>(assignedEntriesSql(runId === null ? 'standing' : 'plan'), [
        ...[stageId, runId, after, limit + 1],
      ]);
      const entries = withKeywords(rows.slice(0, limit));
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: reader, stage: stageId },
        body: { what: 'assigned-entries', after, rows: entries.length },
      });
      return { entries, nextAfter: rows.length > limit ? (entries.at(-1)?.number ?? null) : null };
    });
  }
}

type EntryRow = EntryWithJudges & { readonly text: string };

/** Of each judge's keywords those alone that stand in the entry. */
function withKeywords(rows: readonly EntryRow[]): EntryWithJudges[] {
  const index = new KeywordIndex(rows.flatMap(({ judges }) => judges.flatMap(({ keywords }) => keywords)));
  return rows.map(({ text, judges, ...entry }) => {
    const found = new Set(index.found(text));
    const ofEntry = (keyword: string) => found.has(keywordKey(keyword));
    return {
      ...entry,
      judges: byName(judges.map((judge) => ({ ...judge, keywords: judge.keywords.filter(ofEntry) }))),
    };
  });
}
