import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { ContestTemplateService } from '#contest';
import { createDataSource } from '#database';
import { LedgerService } from '#ledger';
import { storeOneSheet } from '../builders/one-sheet.js';
import { createTestDatabase, type TestDatabase } from '../builders/postgres.js';

const text = (name: string) => readFileSync(new URL(`../../contests/${name}`, import.meta.url), 'utf8');
const small = text('small-contest.yaml');

let database: TestDatabase;
let dataSource: DataSource;
let templates: ContestTemplateService;

const applyText = (yaml: string, isDemo = false) => templates.apply(templates.read(yaml), { isDemo });
const count = async (sql: string, parameters: unknown[] = []) => {
  const rows = await dataSource.query<{ n: number }[]>(`select count(*)::int as n from ${sql}`, parameters);
  return rows[0]?.n;
};

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl).initialize();
  templates = new ContestTemplateService(dataSource, new LedgerService());
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

describe('applying a contest template as the application’s role', () => {
  it.each(['small-contest.yaml', 'goe-2024.yaml', 'xingyu-cup-2024.yaml'])('writes %s once', async (name) => {
    const first = await applyText(text(name));
    expect(first.edition).toBe('created');
    expect(await count('stages where edition_id = $1', [first.editionId])).toBe(first.stages.length);
    const events = await count('ledger_events');
    const again = await applyText(text(name));
    expect(again).toMatchObject({ edition: 'unchanged', editionId: first.editionId });
    expect(await count('ledger_events')).toBe(events);
  });

  it('records one event whose body binds the template and every stage’s rules', async () => {
    const rows = await dataSource.query<{ canonical: string }[]>(
      `select canonical from ledger_events where kind = 'contest-applied' order by recorded_at limit 1`,
    );
    const event = JSON.parse(rows[0]?.canonical ?? '{}') as { body: { template: string; rules: object } };
    expect(event.body.template).toMatch(/^[0-9a-f]{64}$/);
    expect(Object.values(event.body.rules)).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}$/),
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ]);
  });

  it('projects the criteria of each rules version as rows', async () => {
    const rows = await dataSource.query<{ key: string; factor: string; step: string }[]>(
      `select c.key, c.factor, c.step from criteria c join rules_versions v on v.id = c.rules_version_id
       join stages s on s.id = v.stage_id join editions e on e.id = s.edition_id
       where e.slug = 'small-2024' and s.key = 'final' order by c.position`,
    );
    expect(rows).toEqual([
      { key: 'innovation', factor: '4', step: '0.5' },
      { key: 'feasibility', factor: '4', step: '0.5' },
      { key: 'presentation', factor: '2', step: '0.5' },
    ]);
  });

  it('makes changed rules a new version and leaves the unchanged stage alone', async () => {
    const changed = small.replace('panel: { size: 3, floor: 2 }', 'panel: { size: 3, floor: 3 }');
    const outcome = await applyText(changed);
    expect(outcome.stages.map(({ rules, rulesNumber }) => `${rules} ${rulesNumber}`)).toEqual([
      'changed 2',
      'unchanged 1',
    ]);
  });

  it('locks the new version at once where the old one was locked and nobody had submitted', async () => {
    const { editionId } = await applyText(small);
    const [stage] = await dataSource.query<{ id: string; version: string }[]>(
      `select s.id, v.id as version from stages s join rules_versions v on v.stage_id = s.id
       where s.edition_id = $1 and s.key = 'final' order by v.number desc limit 1`,
      [editionId],
    );
    await dataSource.query(`insert into rules_locks (rules_version_id, locked_by) values ($1, $2)`, [
      stage?.version,
      uuidv7(),
    ]);
    await applyText(small.replace('panel: { size: 5, floor: 3 }', 'panel: { size: 5, floor: 4 }'));
    expect(
      await count('rules_locks l join rules_versions v on v.id = l.rules_version_id where v.stage_id = $1', [
        stage?.id,
      ]),
    ).toBe(2);
  });

  it('refuses changed rules once a judge has submitted under the locked ones, and changes nothing', async () => {
    const { editionId } = await applyText(small);
    await submitToFirstRound(editionId);
    const events = await count('ledger_events');
    await expect(applyText(small.replace('floor: 2', 'floor: 1'))).rejects.toMatchObject({ code: 'rules-locked' });
    expect(await count('ledger_events')).toBe(events);
    expect((await applyText(small)).edition).toBe('unchanged');
  });

  it('refuses a template that no longer names a stage', async () => {
    const stages = small.slice(0, small.indexOf('  - key: final'));
    await expect(applyText(stages)).rejects.toMatchObject({
      code: 'edition-exists',
      details: { missingStages: ['final'] },
    });
  });

  it('runs a contest that nobody has seen before from its file alone', async () => {
    const fresh = small
      .replace('key: small-contest', 'key: bridge-prize')
      .replace('slug: small-2024', 'slug: bridge-prize-2031')
      .replace('year: 2024', 'year: 2031')
      .replace('key: first-round', 'key: desk-review')
      .replace('after: first-round', 'after: desk-review');
    const { editionId, stages } = await applyText(fresh);
    expect(stages.map(({ key }) => key)).toEqual(['desk-review', 'final']);
    expect(await count('award_tiers where edition_id = $1', [editionId])).toBe(4);
  });

  it('keeps demo and real editions apart for ever', async () => {
    await expect(applyText(small, true)).rejects.toMatchObject({ code: 'edition-demo-mismatch' });
    await expect(
      dataSource.query(`update editions set is_demo = true where slug = 'small-2024'`),
    ).rejects.toMatchObject({ constraint: 'editions_demo_final' });
  });

  it('refuses a demo account in a real edition and a real one in a demo edition', async () => {
    const real = await applyText(small);
    const demo = await applyText(small.replace('slug: small-2024', 'slug: small-demo'), true);
    for (const [editionId, isDemo] of [
      [real.editionId, true],
      [demo.editionId, false],
    ] as const) {
      const userId = await insertUser(isDemo);
      const grant = dataSource.query(
        `insert into role_grants (id, user_id, role, edition_id) values ($1, $2, 'organiser', $3)`,
        [uuidv7(), userId, editionId],
      );
      await expect(grant).rejects.toMatchObject({ constraint: 'role_grants_demo' });
    }
  });
});

async function insertUser(isDemo: boolean): Promise<string> {
  const id = uuidv7();
  await dataSource.query(`insert into users (id, email, display_name, is_demo) values ($1, $2, 'A', $3)`, [
    id,
    `${id}@example.invalid`,
    isDemo,
  ]);
  return id;
}

/** A sheet under the locked rules of the first round. */
async function submitToFirstRound(editionId: string): Promise<void> {
  const rows = await dataSource.query<{ id: string; version: string }[]>(
    `select s.id, v.id as version from stages s join rules_versions v on v.stage_id = s.id
     where s.edition_id = $1 and s.key = 'first-round' order by v.number desc limit 1`,
    [editionId],
  );
  await dataSource.query(`insert into rules_locks (rules_version_id, locked_by) values ($1, $2)`, [
    rows[0]?.version,
    uuidv7(),
  ]);
  await storeOneSheet(dataSource, editionId, rows[0]?.id ?? '');
}
