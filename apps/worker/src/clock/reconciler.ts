import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { pendingSourcesToken, type PendingSource } from './pending-source.js';

// An arbitrary number of our own: of all workers one looks at a time.
const advisoryLock = 5_417_834_210;

/** Finds work that a queue has lost, or never heard of, in the database, and asks for it again. */
@Injectable()
export class Reconciler {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(pendingSourcesToken) private readonly sources: readonly PendingSource[],
  ) {}

  /** @returns what was asked for, by source; empty while another worker looks. */
  async reconcile(): Promise<Readonly<Record<string, readonly string[]>>> {
    const found = await this.dataSource.transaction(async (manager) => {
      const rows = await manager.query<{ held: boolean }[]>('select pg_try_advisory_xact_lock($1) as held', [
        advisoryLock,
      ]);
      if (rows[0]?.held !== true) return [];
      return Promise.all(this.sources.map(async (source) => ({ source, keys: await source.pending() })));
    });
    for (const { source, keys } of found) for (const key of keys) source.request(key);
    return Object.fromEntries(found.map(({ source, keys }) => [source.name, keys]));
  }
}
