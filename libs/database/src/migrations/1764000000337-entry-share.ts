import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- Where a person has put the border between an entry and its sheet: the entry's part of the width in percent.
alter table users
  add column entry_share smallint constraint users_entry_share check (entry_share between 25 and 70);
`;

export class EntryShare1764000000337 implements MigrationInterface {
  readonly name = 'EntryShare1764000000337';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
