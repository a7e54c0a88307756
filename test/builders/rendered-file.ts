import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import { createDataSource } from '#database';
import { LocalDriver, newStorageKey } from '#storage';
import { FileCheckService, ViewingCopyService } from '#submission';
import { testConfig } from './config.js';
import type { TestDatabase } from './postgres.js';
import { until } from './until.js';

/** A file as its team sends it, of the entry of an assignment. */
export interface GivenFile {
  /** Public id of the assignment. */
  readonly assignment: string;
  readonly fieldKey: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** Files what a team has sent, and waits until its viewing copies are there: rendered here, or by the platform's worker. */
export async function fileAndRender(database: TestDatabase, files: readonly GivenFile[]): Promise<void> {
  const storage = new LocalDriver(testConfig(database).files.folder);
  const dataSource = await createDataSource(database.ownerUrl).initialize();
  try {
    for (const { assignment, fieldKey, name, bytes } of files) {
      const key = newStorageKey();
      await storage.put(key, Readable.from([bytes]), bytes.length);
      await dataSource.query(
        `insert into entry_files (id, entry_id, public_id, field_key, name, size, sha256, state, storage_key, arrived_at)
         select $1, x.entry_id, $2, $3, $4, $5, $6, 'checking', $7, now()
           from assignments a join stage_entries x on x.id = a.stage_entry_id where a.public_id = $8`,
        [
          ...[uuidv7(), uuidv4(), fieldKey, name, bytes.length, createHash('sha256').update(bytes).digest(), key],
          assignment,
        ],
      );
    }
    const checks = new FileCheckService(dataSource, storage, undefined);
    for (const id of await checks.pending()) await checks.run(id);
    const copies = new ViewingCopyService(dataSource, storage, 'no-such-office');
    for (const id of await copies.pending()) await copies.run(id);
    await until(async () => {
      const [row] = await dataSource.query<{ ready: number }[]>(
        `select count(*)::int as ready from viewing_copies where state = 'ready'`,
      );
      return row?.ready === files.length;
    }, 60_000);
  } finally {
    await dataSource.destroy();
  }
}
