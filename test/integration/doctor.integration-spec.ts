import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { databaseChecks } from '../../apps/cli/src/doctor/database-checks.js';
import type { Finding } from '../../apps/cli/src/doctor/finding.js';
import { dataFolder, nodeVersion } from '../../apps/cli/src/doctor/machine-checks.js';
import { redisChecks } from '../../apps/cli/src/doctor/redis-checks.js';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../builders/postgres.js';

const states = (findings: readonly Finding[]) => Object.fromEntries(findings.map(({ check, state }) => [check, state]));

describe('the doctor', () => {
  let migrated: TestDatabase;
  let empty: TestDatabase;

  beforeAll(async () => {
    migrated = await createTestDatabase();
    empty = await createEmptyDatabase();
  }, 60_000);
  afterAll(async () => {
    await migrated.drop();
    await empty.drop();
  });

  it('finds a migrated database in order for the role of the application', async () => {
    const findings = await databaseChecks(migrated.appUrl, true);
    expect(states(findings)).toEqual({ database: 'ok', schema: 'ok', rights: 'ok', clock: 'ok', queue: 'ok' });
  });

  it('finds the owner too powerful for the application', async () => {
    const rights = (await databaseChecks(migrated.ownerUrl, true)).find(({ check }) => check === 'rights');
    expect(rights).toMatchObject({ state: 'fail', remedy: expect.stringContaining('leitai_app') as unknown as string });
  });

  it('finds what a database without migrations lacks, and names the remedy of each', async () => {
    const findings = await databaseChecks(empty.ownerUrl, true);
    expect(states(findings)).toMatchObject({ database: 'ok', schema: 'fail', queue: 'fail' });
    const failed = findings.filter(({ state }) => state === 'fail');
    for (const { remedy } of failed) expect(remedy).toContain('leitai migrate');
  });

  it('says in one finding that a database or a Redis does not answer', async () => {
    const findings = await databaseChecks('postgresql://nobody@127.0.0.1:1/none', true);
    expect(states(findings)).toEqual({ database: 'fail' });
    expect(states(await redisChecks('redis://127.0.0.1:1'))).toEqual({ queue: 'fail' });
  });

  it.each([
    ['v20.18.3', 'fail'],
    ['v18.20.0', 'fail'],
    ['v20.19.0', 'ok'],
    ['v22.1.0', 'ok'],
  ])('judges Node.js %s: %s', (version, state) => {
    expect(nodeVersion(version).state).toBe(state);
  });

  it('warns when other users can read the secrets of the data folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'leitai-doctor-'));
    writeFileSync(join(folder, 'secrets.json'), '{}', { mode: 0o644 });
    expect(dataFolder(folder)).toMatchObject({ state: 'warn', remedy: `chmod 600 ${join(folder, 'secrets.json')}` });
  });
});
