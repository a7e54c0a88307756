import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { canonicalJson, DomainError, hashStageRules, type StageRules } from '#domain';

export interface RulesOutcome {
  readonly rulesNumber: number;
  /** 64 hex digits. */
  readonly rulesHash: string;
  readonly rules: 'created' | 'changed' | 'unchanged';
}

interface CurrentRules {
  readonly number: number;
  readonly hash: string;
  readonly is_locked: boolean;
  readonly has_sheets: boolean;
}

/**
 * Makes the rules the stage's newest version, with its criteria as rows, unless they are already. A locked version
 * under which nobody has submitted may be followed by another, which is then locked at once.
 *
 * @throws DomainError `rules-locked` where a judge has submitted under them.
 */
export async function writeRules(
  manager: EntityManager,
  stageId: string,
  rules: StageRules,
  actor: string,
): Promise<RulesOutcome> {
  const rulesHash = hashStageRules(rules);
  const current = await currentRules(manager, stageId);
  if (current?.hash === rulesHash) return { rulesNumber: current.number, rulesHash, rules: 'unchanged' };
  if (current?.is_locked && current.has_sheets) throw new DomainError('rules-locked', { stage: stageId });
  const versionId = uuidv7();
  const rulesNumber = (current?.number ?? 0) + 1;
  await manager.query(
    `insert into rules_versions (id, stage_id, number, document, canonical, hash)
     values ($1, $2, $3, $4::text::jsonb, $4, decode($5, 'hex'))`,
    [versionId, stageId, rulesNumber, canonicalJson(rules), rulesHash],
  );
  await writeCriteria(manager, versionId, rules);
  if (current?.is_locked) {
    await manager.query(`insert into rules_locks (rules_version_id, locked_by) values ($1, $2)`, [versionId, actor]);
  }
  return { rulesNumber, rulesHash, rules: current ? 'changed' : 'created' };
}

async function currentRules(manager: EntityManager, stageId: string): Promise<CurrentRules | undefined> {
  const rows = await manager.query<CurrentRules[]>(
    `select v.number, encode(v.hash, 'hex') as hash,
       exists (select from rules_locks l where l.rules_version_id = v.id) as is_locked,
       exists (select from rules_versions w join score_sheets s on s.rules_version_id = w.id
               where w.stage_id = v.stage_id) as has_sheets
     from rules_versions v where v.stage_id = $1 order by v.number desc limit 1`,
    [stageId],
  );
  return rows[0];
}

async function writeCriteria(manager: EntityManager, versionId: string, { rubric }: StageRules): Promise<void> {
  const { criteria } = rubric;
  await manager.query(
    `insert into criteria (id, rules_version_id, key, position, minimum, maximum, step, factor, counted)
     select id, $2, key, position - 1, minimum, maximum, step, factor, counted
     from unnest($1::uuid[], $3::text[], $4::numeric[], $5::numeric[], $6::numeric[], $7::numeric[], $8::boolean[])
       with ordinality as given (id, key, minimum, maximum, step, factor, counted, position)`,
    [
      ...[criteria.map(() => uuidv7()), versionId, criteria.map(({ key }) => key)],
      ...[criteria.map(({ minimum }) => minimum), criteria.map(({ maximum }) => maximum)],
      ...[criteria.map(({ step }) => step), criteria.map(({ factor }) => factor)],
      criteria.map(({ counted }) => counted),
    ],
  );
}
