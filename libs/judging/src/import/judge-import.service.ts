import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { columnsOfTargets, earlierRows, type ImportTarget, judgeTargets } from '#domain';
import { recogniseOrganisations, RoleService, UserService } from '#identity';
import { badCell, type ImportPlan, type ImportSource, ImportSources, type MappedFile } from '#submission';
import { JudgeService } from '../judge.service.js';
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
    private readonly judges: JudgeService,
    private readonly users: UserService,
    private readonly roles: RoleService,
  ) {}

  onModuleInit(): void {
    this.sources.add(this);
  }

  targets(): Promise<ImportTarget[]> {
    return Promise.resolve([...judgeTargets]);
  }

  async plan(manager: EntityManager, editionId: string, file: MappedFile, holds: boolean): Promise<ImportPlan> {
    const standing = await standingJudges(manager, editionId, holds);
    const accounts = await accountsOf(
      manager,
      editionId,
      file.rows.map(({ cells }) => cells.get('email') ?? ''),
    );
    const planned = file.rows.map((row) => planJudge(row, { standing, accounts }));
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
    const userIds = await this.accounts(manager, editionId, fresh, actor);
    const kinds = fresh.map(({ judge }, index) => ({ userId: userIds[index] ?? null, kind: judge.kind }));
    const ids = fresh.length === 0 ? [] : await this.judges.register(manager, editionId, kinds, { actor });
    const granted = fresh.flatMap(({ account }, index) => (account?.isJudge ? [] : (userIds[index] ?? [])));
    if (granted.length > 0) {
      await this.roles.grantMany(manager, granted, { role: 'judge', editionId, grantedBy: actor });
    }
    const idOf = new Map(fresh.map((one, index) => [one, ids[index] ?? '']));
    await writeJudges(
      manager,
      writes.map((one) => ({ id: one.before?.id ?? idOf.get(one) ?? '', ...one.judge })),
    );
  }

  /** @returns user ids in the order given */
  private async accounts(
    manager: EntityManager,
    editionId: string,
    fresh: readonly PlannedJudge[],
    actor: string,
  ): Promise<string[]> {
    const without = fresh.filter(({ account }) => account === undefined);
    const [edition] = await manager.query<{ isDemo: boolean }[]>(
      'select is_demo as "isDemo" from editions where id = $1',
      [editionId],
    );
    const made = await this.users.createMany(
      manager,
      without.map(({ judge }) => ({
        ...{ email: judge.email, displayName: judge.name, isDemo: edition?.isDemo ?? false },
        locale: /\p{Script=Han}/u.test(judge.name) ? ('zh' as const) : ('en' as const),
      })),
      actor,
    );
    const madeOf = new Map(without.map((one, index) => [one, made[index] ?? '']));
    return fresh.map((one) => one.account?.id ?? madeOf.get(one) ?? '');
  }
}

/** What the office says of judges who are registered, with what the register takes their employers for. */
async function writeJudges(
  manager: EntityManager,
  judges: readonly (PlannedJudge['judge'] & { readonly id: string })[],
): Promise<void> {
  const known = await recogniseOrganisations(
    manager,
    judges.flatMap(({ employer }) => employer ?? []),
  );
  const rows = judges.map(({ id, externalKey, employer, kind }) => ({
    ...{ id, external_key: externalKey, employer, kind, employer_id: known.get(employer ?? '') ?? null },
  }));
  await manager.query(
    `update judges j set external_key = g.external_key, kind = g.kind, employer = g.employer,
       employer_by_hand = j.employer_by_hand and j.employer is not distinct from g.employer,
       employer_id = case when j.employer is distinct from g.employer then g.employer_id else j.employer_id end
     from jsonb_to_recordset($1::jsonb) as g (id uuid, external_key text, employer text, kind text, employer_id uuid)
     where j.id = g.id`,
    [JSON.stringify(rows)],
  );
}
