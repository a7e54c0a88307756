import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { canonicalJson, hashStageRules, type StageRules } from '#domain';

/** Asks the judges of an assignment's stage for comments from now on, and lets them deduct points. */
export const askForComments = (owner: pg.Client, publicId: string): Promise<void> =>
  changeRules(owner, publicId, {
    deductions: { maximum: '10' },
    comments: { criteria: 'optional', overall: 'required' },
  });

/** Has the judges of an assignment's stage sign their sheets on the screen from now on. */
export const askForSignature = (owner: pg.Client, publicId: string): Promise<void> =>
  changeRules(owner, publicId, { signature: 'screen' });

async function changeRules(owner: pg.Client, publicId: string, changes: Partial<StageRules>): Promise<void> {
  const { rows } = await owner.query<{ id: string; number: number; document: StageRules; stage: string }>(
    `select v.id, v.number, v.document, v.stage_id as stage from rules_versions v
       join assignments a on a.stage_id = v.stage_id where a.public_id = $1 order by v.number desc limit 1`,
    [publicId],
  );
  const [old] = rows;
  if (old === undefined) throw new RangeError(`no rules for ${publicId}`);
  const rules: StageRules = { ...old.document, ...changes };
  const id = uuidv7();
  await owner.query(
    `insert into rules_versions (id, stage_id, number, document, canonical, hash) values ($1, $2, $3, $4, $5, $6)`,
    [
      id,
      old.stage,
      old.number + 1,
      JSON.stringify(rules),
      canonicalJson(rules),
      Buffer.from(hashStageRules(rules), 'hex'),
    ],
  );
  await owner.query(
    `insert into criteria (id, rules_version_id, key, position, minimum, maximum, step, factor, counted)
     select gen_random_uuid(), $1, key, position, minimum, maximum, step, factor, counted
       from criteria where rules_version_id = $2`,
    [id, old.id],
  );
}
