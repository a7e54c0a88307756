import pg from 'pg';
import type { StorageSettings } from '#storage';
import type { DemoLogin } from '../demo/load-people.js';
import type { DataFolder } from './data-folder.js';
import type { EmbeddedDatabase } from './embedded-database.js';
import type { Progress } from './progress.js';
import { Refusal } from './refusal.js';

/** Kept in the data folder once the demo stands whole in the database. */
const loadedFile = 'demo.json';
/** There while the demo is being loaded into a database that was empty before. */
const loadingFile = 'demo-loading.json';

async function holdsData(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const result = await client.query<{ found: boolean }>(
      'SELECT EXISTS (SELECT FROM contests) OR EXISTS (SELECT FROM users) AS found',
    );
    return result.rows[0]?.found === true;
  } finally {
    await client.end();
  }
}

/** Whether a demo was loaded, or begun to be loaded, into the folder's database. */
export function hasDemo(folder: DataFolder): boolean {
  return [loadedFile, loadingFile].some((name) => folder.read(name) !== undefined);
}

/** The logins of the demo, when this data folder has one. */
export function demoLogins(folder: DataFolder): readonly DemoLogin[] {
  return folder.read<{ logins: readonly DemoLogin[] }>(loadedFile)?.logins ?? [];
}

/**
 * Loads the demo into a database that holds nothing. A load that was interrupted starts over in a new database, as
 * nobody can have worked in a half one. Demo and real data are never mixed.
 * @throws Refusal when the database already holds something else
 */
export async function ensureDemo(
  database: EmbeddedDatabase,
  { folder, files }: { readonly folder: DataFolder; readonly files: StorageSettings },
  progress: Progress,
): Promise<void> {
  if (folder.read(loadedFile) !== undefined) return;
  if (folder.read(loadingFile) !== undefined) {
    progress.say('the demo was not loaded to its end; loading it anew');
    await database.drop();
    await database.migrate(() => undefined);
  } else if (await holdsData(database.ownerUrl)) {
    throw new Refusal(
      `The database of ${folder.path} holds data that are not the demo's. ` +
        'Start without --demo, or choose another folder with LEITAI_DATA.',
    );
  }
  folder.write(loadingFile, { startedAt: new Date().toISOString() });
  const { loadDemo } = await import('../demo/load-demo.js');
  const { logins } = await loadDemo({ appUrl: database.appUrl, files, report: progress.say });
  folder.write(loadedFile, { loadedAt: new Date().toISOString(), logins });
  folder.remove(loadingFile);
}
