import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { columnsOfTargets, earlierRows, type ImportTarget, judgeTargets } from '#domain';
import {
  badCell,
  fieldGroupsOf,
  type ImportPlan,
  type ImportSource,
  ImportSources,
  type MappedFile,
  type PlanTerms,
} from '#submission';
import { JudgeEnrolmentService } from '../pool/judge-enrolment.service.js';
import { JudgeFactsService } from '../pool/judge-facts.service.js';
import { planJudge, type PlannedJudge } from './plan-judge.js';
import { accountsOf, standingJudges } from './standing-judges.js';

/**
 * Judges of an edition from an office's file, found again by external key or e-mail. Whoever has no account gets one
 * without a password, and everybody the role; nobody is written to, and nobody can sign in before being invited.
 */
@Injectable()
export class JudgeImportService implements ImportSource, OnModuleInit {
  readonly kind = 'judges';

  constructor(
    private readonly sources: ImportSources,
    private readonly enrolment: JudgeEnrolmentService,
    private readonly facts: JudgeFactsService,
  ) {}

  onModuleInit(): void {
    this.sources.add(this);
  }

  targets(): Promise<ImportTarget[]> {
    return Promise.resolve([...judgeTargets]);
  }

  async plan(manager: EntityManager, editionId: string, file: MappedFile, { holds }: PlanTerms): Promise<ImportPlan> {
    const standing = await standingJudges(manager, editionId, holds);
    const groups = await fieldGroupsOf(manager, editionId);
    const accounts = await accountsOf(
      manager,
      editionId,
      file.rows.map(({ cells }) => cells.get('email') ?? ''),
    );
    const planned = file.rows.map((row) => planJudge(row, { standing, accounts, groups }));
    const names = planned.map(({ row, judge, email }) => ({
      row: row.row,
      names: [
        ...(email === '' ? [] : [`email ${email}`]),
        ...(judge.externalKey === null ? [] : [`key ${judge.externalKey}`]),
      ],
    }));
    const columns = columnsOfTargets(file.columns);
    const earlier = earlierRows(names);
    const badCells = planned.flatMap(({ row, reader, judge }, index) => {
      const first = earlier[index];
      const target = judge.externalKey === null ? 'email' : 'external-key';
      if (first !== undefined) reader.refuse(target, target, 'row-duplicated', { row: first });
      return reader.problems.map((found) => badCell(found, row, columns));
    });
    const met = new Set(planned.map(({ before }) => before?.id));
    const writes = planned.filter(({ line }) => line.outcome !== 'unchanged');
    return {
      targets: [...judgeTargets],
      window: 'open',
      outline: {
        lines: planned.map(({ line }) => line),
        badCells,
        absent: standing.filter(({ id }) => !met.has(id)).length,
        incomplete: 0,
      },
      fingerprint: writes.map(({ before, account, judge }) => ({
        ...{ from: before && { ...before }, account: account?.id ?? null, to: { ...judge } },
      })),
      apply: (actor) => this.apply(manager, editionId, writes, actor),
    };
  }

  private async apply(
    manager: EntityManager,
    editionId: string,
    writes: readonly PlannedJudge[],
    actor: string,
  ): Promise<void> {
    const fresh = writes.filter(({ before }) => before === null);
    const ids = await this.enrolment.enrol(manager, editionId, fresh, actor);
    const idOf = new Map(fresh.map((one, index) => [one, ids[index] ?? '']));
    await this.facts.write(
      manager,
      editionId,
      writes.map((one) => ({
        ...{ id: one.before?.id ?? idOf.get(one) ?? '', facts: one.judge, version: one.before?.version ?? null },
        changed: one.line.changes.map(({ target }) => target),
      })),
      actor,
    );
  }
}
