import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { cellChanges, DomainError, type FieldProblem, fieldProblem, judgeCells, type NamedKey } from '#domain';
import { type JudgeFacts, judgeFactProblems, tidyJudgeFacts } from '#domain/roster/judge-facts';
import { IdempotencyService, type IdempotentRequest, shareOrganisationRegister } from '#identity';
import { LedgerService } from '#ledger';
import { fieldGroupsOf, judgeFactsColumns } from '#submission';
import { writeJudgeFacts } from './write-judge-facts.js';

export interface ChangedJudge {
  readonly id: string;
  readonly facts: JudgeFacts;
  /** As it stood; null of a judge who has just been registered. */
  readonly version: number | null;
  /** Targets of the import whose cells differ, such as `keywords`. */
  readonly changed: readonly string[];
}

interface HeldJudge extends JudgeFacts {
  readonly id: string;
  readonly editionId: string;
  readonly version: number;
}

/** What the office knows of its judges, changed one by one or by a list. */
@Injectable()
export class JudgeFactsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * @param seen version that the change is based on
   * @throws DomainError `not-found`; `revision-stale`; `request-invalid` naming the fields
   */
  async change(
    request: IdempotentRequest,
    slug: string,
    judgeId: string,
    { facts, seen }: { readonly facts: JudgeFacts; readonly seen: number },
  ): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        await shareOrganisationRegister(manager);
        const before = await hold(manager, slug, judgeId);
        if (before.version !== seen) throw new DomainError('revision-stale', { stored: before.version });
        const groups = await fieldGroupsOf(manager, before.editionId);
        const after = tidyJudgeFacts(facts);
        const problems = [
          ...judgeFactProblems(after, new Set(groups.map(({ key }) => key))),
          ...(await keyProblems(manager, before.editionId, after.externalKey, judgeId)),
        ];
        if (problems.length > 0) throw new DomainError('request-invalid', { problems });
        const changed = changedTargets(before, after, groups);
        const written = { id: judgeId, facts: after, version: before.version, changed };
        if (changed.length > 0) await this.write(manager, before.editionId, [written], request.userId);
        return { status: 204, resultId: null };
      }),
    );
  }

  /** Writes what differs, and tells the ledger what that is; of those who have just been registered it knows. */
  async write(
    manager: EntityManager,
    editionId: string,
    judges: readonly ChangedJudge[],
    actor: string,
  ): Promise<void> {
    await writeJudgeFacts(
      manager,
      judges.map(({ id, facts, version }) => ({ ...facts, id, isNew: version === null })),
    );
    await this.ledger.recordMany(
      manager,
      judges.flatMap(({ id, version, changed }) =>
        version === null
          ? []
          : [
              {
                kind: 'judge-changed' as const,
                subject: { edition: editionId, judge: id },
                body: { actor, version: version + 1, changed: [...changed] },
              },
            ],
      ),
    );
  }
}

/** @param judgeId whose key it may be; null: nobody's yet */
export async function keyProblems(
  manager: EntityManager,
  editionId: string,
  externalKey: string | null,
  judgeId: string | null,
): Promise<FieldProblem[]> {
  if (externalKey === null) return [];
  await holdJudgeList(manager, editionId);
  const [holder] = await manager.query<{ name: string | null }[]>(
    `select u.display_name as name from judges j left join users u on u.id = j.user_id
     where j.edition_id = $1 and j.external_key = $2 and j.id is distinct from $3`,
    [editionId, externalKey, judgeId],
  );
  return holder === undefined ? [] : [fieldProblem('externalKey', 'key-taken', { holder: holder.name ?? '' })];
}

/** Of two who write a key, or add a judge, in one edition the second waits here, and finds what the first wrote. */
export async function holdJudgeList(manager: EntityManager, editionId: string): Promise<void> {
  await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`judges ${editionId}`]);
}

function changedTargets(before: JudgeFacts, after: JudgeFacts, groups: readonly NamedKey[]): string[] {
  const cells = (facts: JudgeFacts) => judgeCells({ ...facts, email: '', name: '' }, groups);
  return cellChanges(cells(before), cells(after)).map(({ target }) => target);
}

/** Of two who change one judge the second waits here, and finds what the first did. */
async function hold(manager: EntityManager, slug: string, judgeId: string): Promise<HeldJudge> {
  await manager.query('select from judges where id = $1 for no key update', [judgeId]);
  const [judge] = await manager.query<HeldJudge[]>(
    `select j.id, j.edition_id as "editionId", j.version, ${judgeFactsColumns}
     from judges j join editions e on e.id = j.edition_id and e.slug = $1 where j.id = $2`,
    [slug, judgeId],
  );
  if (!judge) throw new DomainError('not-found', { judge: judgeId });
  return { ...judge, ...tidyJudgeFacts(judge) };
}
