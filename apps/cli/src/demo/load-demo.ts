import { NestFactory } from '@nestjs/core';
import type { StorageSettings } from '#storage';
import { DemoModule } from './demo.module.js';
import { DemoWorld, type DemoPeople } from './demo-world.js';
import { demoEditions } from './edition-specification.js';
import { loadEdition } from './load-edition.js';
import { demoLogins, givePasswords, loadPeople, type DemoLogin } from './load-people.js';

/** All that the demo invents follows from it, ids and the moment of loading excepted. */
export const demoSeed = 'leitai-2024';

export interface LoadDemoOptions {
  /** The database, as the application's role. */
  readonly appUrl: string;
  /** Where the api keeps files. */
  readonly files: StorageSettings;
  readonly report: (line: string) => void;
  readonly seed?: string;
}

/**
 * Fills an empty database with the demo: the editions of 2024 at their real size and small open ones, made by the same
 * services, constraints and role as everything else. Passwords are given last: until then nobody can sign in.
 */
export async function loadDemo({
  appUrl,
  files,
  report,
  seed = demoSeed,
}: LoadDemoOptions): Promise<{ readonly logins: readonly DemoLogin[] }> {
  const application = await NestFactory.createApplicationContext(DemoModule.register(appUrl, files), {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  try {
    const world = new DemoWorld(application, seed, report);
    const people = await loadPeople(world);
    await loadEditions(world, people);
    await givePasswords(world, people);
    return { logins: demoLogins };
  } finally {
    await application.close();
  }
}

/** Two editions at a time: while one waits for the database, the other computes. */
async function loadEditions(world: DemoWorld, people: DemoPeople): Promise<void> {
  const waiting = [...demoEditions];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await loadEdition(world, next, people);
  };
  const ends = await Promise.allSettled([lane(), lane()]);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
