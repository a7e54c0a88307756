import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Act } from '#contest';
import { compareCodePoints } from '#domain';
import { interestDeclaration, interestDeclarationHash } from '#domain/roster/interest-declaration';
import type { LedgerService } from '#ledger';

/** What one judge declares of a stage's entries. */
export interface DeclaredInterests {
  readonly stageId: string;
  readonly judgeId: string;
  /** User id of the judge. */
  readonly userId: string;
  /** At least one, each once; none that the judge has declared of before. */
  readonly entries: readonly { readonly stageEntryId: string; readonly hasConflict: boolean }[];
}

/** Keeps declarations by the wording of today, each with the entries that it covers and its event. */
export async function recordDeclarations(
  manager: EntityManager,
  ledger: LedgerService,
  declared: readonly DeclaredInterests[],
  { occurredOn }: Pick<Act, 'occurredOn'> = {},
): Promise<void> {
  const made = declared.map((one) => ({ ...one, id: uuidv7() }));
  const covered = made.flatMap(({ id, judgeId, entries }) => entries.map((entry) => ({ id, judgeId, ...entry })));
  await manager.query(
    `insert into interest_declarations (id, stage_id, judge_id, text_version, occurred_on)
     select id, stage_id, judge_id, $4, $5 from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as g (id, stage_id, judge_id)`,
    [
      ...[made.map(({ id }) => id), made.map(({ stageId }) => stageId), made.map(({ judgeId }) => judgeId)],
      ...[interestDeclaration.version, occurredOn ?? null],
    ],
  );
  await manager.query(
    `insert into declared_entries (declaration_id, judge_id, stage_entry_id, has_conflict)
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::boolean[])`,
    [
      ...[covered.map(({ id }) => id), covered.map(({ judgeId }) => judgeId)],
      ...[covered.map(({ stageEntryId }) => stageEntryId), covered.map(({ hasConflict }) => hasConflict)],
    ],
  );
  const hash = interestDeclarationHash();
  await ledger.recordMany(
    manager,
    made.map(({ id, stageId, judgeId, userId, entries }) => ({
      kind: 'interest-declared',
      subject: { declaration: id, judge: judgeId, stage: stageId },
      body: {
        ...{ actor: userId, version: interestDeclaration.version, hash },
        entries: entries.map(({ stageEntryId }) => stageEntryId).sort(compareCodePoints),
        conflicts: entries.filter(({ hasConflict }) => hasConflict).length,
      },
      ...(occurredOn === undefined ? {} : { occurredOn }),
    })),
  );
}
