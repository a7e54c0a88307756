import pg from 'pg';
import type { TestDatabase } from './postgres.js';

/** As if a draw had been fixed an hour ago: its seed is known by now. */
export async function seedIsKnown(database: TestDatabase, drawId: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    // What was fixed stays fixed: nobody but the owner of the table, and only so, moves it in time.
    await client.query(`begin; alter table draws disable trigger draws_forward`);
    await client.query(
      `update draws set recorded_at = recorded_at - interval '1 hour', seed_known_from = clock_timestamp() where id = $1`,
      [drawId],
    );
    await client.query('alter table draws enable trigger draws_forward; commit');
  } finally {
    await client.end();
  }
}
