import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- How often a renderer of it was ended from outside: a few times says nothing of the file, again and again does.
alter table viewing_copies add column interruptions smallint not null default 0
  constraint viewing_copies_interruptions check (interruptions between 0 and 3);
`;

export class CopyInterruptions1764000000295 implements MigrationInterface {
  readonly name = 'CopyInterruptions1764000000295';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
