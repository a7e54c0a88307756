import type { Client } from 'pg';

/** Where BullMQ keeps its tables when the queues live in PostgreSQL. */
export const queueSchema = 'bullmq';

/** Every queue by its name; the same names stand in libs/queue. */
export const queueNames = [
  'tally',
  'analysis',
  'landing-suggestion',
  'file-check',
  'viewing-copy',
  'assignment',
] as const;

/**
 * Makes the sequence that numbers each queue's jobs. BullMQ would make it with a queue's first job, which the
 * application's role may not: a role that can create things in a schema can plant them for its owner to run.
 */
export async function ensureQueueSequences(owner: Client): Promise<void> {
  for (const name of queueNames) {
    const result = await owner.query<{ sequence: string }>(`SELECT ${queueSchema}.job_id_seq_name($1) AS sequence`, [
      name,
    ]);
    const sequence = owner.escapeIdentifier(result.rows[0]?.sequence ?? '');
    await owner.query(`CREATE SEQUENCE IF NOT EXISTS ${queueSchema}.${sequence}`);
  }
}
