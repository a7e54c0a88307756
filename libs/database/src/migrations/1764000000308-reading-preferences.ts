import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- How a person reads and types: the size of text in percent, and whether single keys are shortcuts (WCAG 2.1.4).
alter table users
  add column text_size smallint not null default 100 constraint users_text_size check (text_size in (100, 125, 150)),
  add column single_keys boolean not null default true;
`;

export class ReadingPreferences1764000000308 implements MigrationInterface {
  readonly name = 'ReadingPreferences1764000000308';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
