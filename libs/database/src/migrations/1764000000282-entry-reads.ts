import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- A team asks who has read its entry: found without reading the whole ledger.
create index ledger_reads_of_entry on ledger_events ((canonical::jsonb #>> '{subject,entry}')) where kind = 'read';
`;

export class EntryReads1764000000282 implements MigrationInterface {
  readonly name = 'EntryReads1764000000282';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
