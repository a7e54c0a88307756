import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import type { DataSource } from 'typeorm';
import { canonicalJson, hashStageRules, validateStageRules, type Criterion, type StageRules } from '#domain';
import { declareInterests } from './interests.js';
import { changeRoster } from './roster.js';

export interface StageOptions {
  readonly rules?: StageRules;
  readonly entries?: number;
  readonly judges?: number;
  /** False leaves the judging window unopened. */
  readonly isOpen?: boolean;
  /** Every judge scores every entry, unless false. */
  readonly assigned?: boolean;
  /** The judges of an open stage have declared of their entries, unless false. */
  readonly declared?: boolean;
  readonly previousStageId?: string;
  /** Edition and entries of this stage are taken over. */
  readonly after?: JudgingStage;
}

export interface StageAssignment {
  readonly id: string;
  readonly publicId: string;
  readonly judge: number;
  readonly entry: number;
}

export interface JudgingStage {
  readonly editionId: string;
  readonly slug: string;
  readonly stageId: string;
  readonly rules: StageRules;
  readonly rulesHash: string;
  readonly userIds: readonly string[];
  readonly judgeIds: readonly string[];
  readonly entryIds: readonly string[];
  readonly stageEntryIds: readonly string[];
  readonly assignments: readonly StageAssignment[];
}

const text = (value: string) => ({ zh: value, en: value });

export function criterion(key: string, changes: Partial<Criterion> = {}): Criterion {
  return {
    key,
    name: text(key),
    minimum: '0',
    maximum: '10',
    step: '0.5',
    factor: '2',
    counted: true,
    levels: [],
    ...changes,
  };
}

/** Five criteria of 0 to 10 in halves, factor 2: a plain mean over two decimals. */
export function stageRules(changes: Partial<StageRules> = {}): StageRules {
  const criteria = ['novelty', 'market', 'team', 'plan', 'talk'].map((key) => criterion(key));
  return {
    schema: 1,
    rubric: { maximumTotal: '100', criteria },
    panel: { size: 3, floor: 2 },
    method: { key: 'mean', options: {} },
    rounding: { total: 2 },
    components: [{ key: 'experts', share: '1' }],
    rankOn: 'rounded',
    tieLadder: [],
    advancement: null,
    release: 'after-review',
    blind: true,
    ...changes,
  };
}

/** An edition with one stage of its own, written as the application's role. */
export async function createStage(dataSource: DataSource, options: StageOptions = {}): Promise<JudgingStage> {
  const rules = options.rules ?? stageRules();
  const problems = validateStageRules(rules);
  if (problems.length > 0) throw new RangeError(JSON.stringify(problems));
  const edition = options.after ?? (await createEdition(dataSource, options.entries ?? 4));
  const { editionId, slug, entryIds } = edition;
  const stageId = uuidv7();
  await dataSource.query(
    `insert into stages (id, edition_id, track_id, key, kind, name_zh, name_en, position, previous_stage_id)
     select $1, $2, id, $3, 'online-review', '初评', 'First round', 1, $4 from tracks where edition_id = $2`,
    [stageId, editionId, `stage-${stageId.slice(-6)}`, options.previousStageId ?? null],
  );
  await dataSource.query(
    `insert into windows (id, edition_id, stage_id, kind, planned_opens_at, planned_closes_at, opened_at)
     values ($1, $2, $3, 'judging', now() - interval '1 day', now() + interval '1 day', $4)`,
    [uuidv7(), editionId, stageId, options.isOpen === false ? null : new Date(Date.now() - 3_600_000)],
  );
  const rulesHash = await writeRules(dataSource, stageId, rules, 1);
  const stageEntryIds = entryIds.map(() => uuidv7());
  await dataSource.query(
    `insert into stage_entries (id, edition_id, stage_id, entry_id, came_by)
     select id, $1, $2, entry, 'registered' from unnest($3::uuid[], $4::uuid[]) as g (id, entry)`,
    [editionId, stageId, stageEntryIds, entryIds],
  );
  const judges = options.after ?? (await createJudges(dataSource, editionId, options.judges ?? 3));
  const { userIds, judgeIds } = judges;
  const pairs =
    options.assigned === false ? [] : judgeIds.flatMap((_, judge) => entryIds.map((_id, entry) => ({ judge, entry })));
  const assignments = pairs.map((pair) => ({ id: uuidv7(), publicId: uuidv4(), ...pair }));
  await dataSource.query(
    `insert into assignments (id, public_id, stage_id, stage_entry_id, judge_id, position)
     select id, public_id, $1, entry, judge, position
       from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::integer[]) as g (id, public_id, entry, judge, position)`,
    [
      ...[stageId, assignments.map(({ id }) => id), assignments.map(({ publicId }) => publicId)],
      ...[assignments.map(({ entry }) => stageEntryIds[entry]), assignments.map(({ judge }) => judgeIds[judge])],
      assignments.map(({ entry }) => entry + 1),
    ],
  );
  if (options.declared !== false) await declareInterests(dataSource, stageId);
  return { editionId, slug, stageId, rules, rulesHash, userIds, judgeIds, entryIds, stageEntryIds, assignments };
}

/** Adds a version of a stage's rules. @returns its hash */
export async function writeRules(
  dataSource: DataSource,
  stageId: string,
  rules: StageRules,
  number: number,
): Promise<string> {
  const id = uuidv7();
  const hash = hashStageRules(rules);
  await dataSource.query(
    `insert into rules_versions (id, stage_id, number, document, canonical, hash) values ($1, $2, $3, $4, $5, $6)`,
    [id, stageId, number, JSON.stringify(rules), canonicalJson(rules), Buffer.from(hash, 'hex')],
  );
  const { criteria } = rules.rubric;
  await dataSource.query(
    `insert into criteria (id, rules_version_id, key, position, minimum, maximum, step, factor, counted)
     select id, $1, r.key, r.position, r.minimum, r.maximum, r.step, r.factor, r.counted
       from jsonb_to_recordset($2::jsonb) as r (id uuid, key text, position smallint, minimum numeric, maximum numeric,
         step numeric, factor numeric, counted boolean)`,
    [id, JSON.stringify(criteria.map((value, position) => ({ id: uuidv7(), position, ...value })))],
  );
  return hash;
}

async function createEdition(dataSource: DataSource, entries: number) {
  const [contestId, editionId, trackId] = [uuidv7(), uuidv7(), uuidv7()];
  const slug = `test-${uuidv4().slice(0, 8)}`;
  await dataSource.query(`insert into contests (id, key, name_zh, name_en) values ($1, $2, '测试', 'Test')`, [
    contestId,
    slug,
  ]);
  await dataSource.query(
    `insert into editions (id, contest_id, slug, name_zh, name_en, year, template_hash)
     values ($1, $2, $3, '测试届', 'Test edition', 2026, $4)`,
    [editionId, contestId, slug, Buffer.alloc(32)],
  );
  await dataSource.query(
    `insert into tracks (id, edition_id, key, name_zh, name_en, position) values ($1, $2, 'all', '全部', 'All', 1)`,
    [trackId, editionId],
  );
  const entryIds = Array.from({ length: entries }, () => uuidv7());
  await dataSource.query(
    `insert into entries (id, edition_id, public_id, number, track_id, track_requires_problem, country_code, title,
                          state, submitted_at)
     select id, $1, gen_random_uuid(), number, $2, false, 'CN', 'Entry ' || number, 'submitted', now()
       from unnest($3::uuid[]) with ordinality as g (id, number)`,
    [editionId, trackId, entryIds],
  );
  return { editionId, slug, entryIds };
}

async function createJudges(dataSource: DataSource, editionId: string, count: number) {
  const userIds = Array.from({ length: count }, () => uuidv7());
  const judgeIds = userIds.map(() => uuidv7());
  await dataSource.query(
    `insert into users (id, email, display_name) select id, id || '@example.test', 'Judge ' || n
       from unnest($1::uuid[]) with ordinality as g (id, n)`,
    [userIds],
  );
  await dataSource.query(
    `insert into role_grants (id, user_id, role, edition_id) select gen_random_uuid(), u, 'judge', $1 from unnest($2::uuid[]) as u`,
    [editionId, userIds],
  );
  await dataSource.query(
    `insert into judges (id, edition_id, user_id, kind) select id, $1, u, 'technology' from unnest($2::uuid[], $3::uuid[]) as g (id, u)`,
    [editionId, judgeIds, userIds],
  );
  await changeRoster(dataSource, judgeIds);
  return { userIds, judgeIds };
}
