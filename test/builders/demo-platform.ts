import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { DemoModule } from '../../apps/cli/src/demo/demo.module.js';
import { DemoWorld } from '../../apps/cli/src/demo/demo-world.js';
import { demoEditions, type EditionSpecification } from '../../apps/cli/src/demo/edition-specification.js';
import { loadEdition } from '../../apps/cli/src/demo/load-edition.js';
import { demoLogins, givePasswords, loadPeople } from '../../apps/cli/src/demo/load-people.js';
import type { StorageSettings } from '#storage';
import type { Login } from './browser.js';
import { oncePerRun } from './once-per-run.js';
import { copyTestDatabase, createTestDatabase, type TestDatabase } from './postgres.js';
import { startProcess, type AppProcess } from './processes.js';

/** Two api processes and a worker of the build, on a database with a few small demo editions. */
export interface DemoPlatform {
  readonly origin: string;
  /** The other api process, on the same database. */
  readonly secondOrigin: string;
  readonly database: TestDatabase;
  /** Kills the first api process, without any ado. */
  readonly kill: () => Promise<void>;
  /** Starts it again at the same address. */
  readonly revive: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export type DemoRole = 'organiser' | 'approver' | 'judge' | 'team';

export function demoLogin(role: DemoRole): Login {
  const login = demoLogins.find(({ email }) => email.startsWith(`${role}@`));
  if (login === undefined) throw new RangeError(`no demo login ${role}`);
  return { email: login.email, password: login.password };
}

function specification(slug: string): EditionSpecification {
  const found = demoEditions.find((one) => one.slug === slug);
  if (found === undefined) throw new RangeError(`no demo edition ${slug}`);
  return found;
}

/** The published contest at a tenth of its size: enough for every page to have something to show. */
const smallXingyu: EditionSpecification = {
  ...specification('xingyu-cup-2024'),
  entries: { leading: 22, pillar: 18, characteristic: 16, 'rising-star': 14 },
  withdrawn: { byTeam: 1, ineligible: 1 },
  countries: ['CN', 'SG', 'DE', 'NZ'],
  declaring: 0.5,
  technicalProblems: 8,
  landing: { confirmed: 7, yuan: 597_000_000n },
};

/** Where a demo that is loaded for tests keeps its few files; nobody opens them. */
export function demoFiles(): StorageSettings {
  const folder = mkdtempSync(join(tmpdir(), 'leitai-demo-files-'));
  return { folder, uploadsFolder: folder, s3: undefined };
}

/** Loads these editions of the demo, and gives its people their passwords. */
export async function loadEditions(database: TestDatabase, editions: readonly EditionSpecification[]): Promise<void> {
  const application = await NestFactory.createApplicationContext(DemoModule.register(database.appUrl, demoFiles()), {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  try {
    const world = new DemoWorld(application, 'browser', () => undefined);
    const people = await loadPeople(world);
    for (const one of editions) await loadEdition(world, one, people);
    await givePasswords(world, people);
  } finally {
    await application.close();
  }
}

/** Loaded by the first spec file that asks, copied for each: loading takes longer than many a test. */
async function demoDatabase(): Promise<TestDatabase> {
  const { ownerUrl } = await oncePerRun('demo-editions', async () => {
    const loaded = await createTestDatabase();
    await loadEditions(loaded, [smallXingyu, specification('small-2024'), specification('goe-open')]);
    return { ownerUrl: loaded.ownerUrl };
  });
  return copyTestDatabase(ownerUrl);
}

export async function startDemoPlatform(): Promise<DemoPlatform> {
  const database = await demoDatabase();
  const env = { LEITAI_DEMO: 'yes', RATE_LIMIT_PER_MINUTE: '0' };
  const processes: AppProcess[] = [];
  const stop = async () => {
    await Promise.all(processes.map(({ kill }) => kill('SIGTERM')));
    await database.drop();
  };
  try {
    for (const app of ['api', 'api', 'worker'] as const) processes.push(await startProcess(app, { database, env }));
  } catch (error) {
    await stop();
    throw error;
  }
  const [first, second] = processes;
  const origin = first?.origin ?? '';
  const kill = async () => processes.shift()?.kill('SIGKILL');
  const revive = async () => {
    processes.unshift(await startProcess('api', { database, env: { ...env, PORT: new URL(origin).port } }));
  };
  return { origin, secondOrigin: second?.origin ?? '', database, kill, revive, stop };
}
