import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- Judges are numbered (评委 1…n) in an order drawn with this key. Ids of judges and stages are known to the office: an order
-- drawn from them alone could be drawn again by anybody who has them, and names put beside the numbers.
alter table stages add column pseudonym_key bytea not null
  default decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')
  constraint stages_pseudonym_key check (length(pseudonym_key) = 32);
`;

export class PseudonymKeys1764000000323 implements MigrationInterface {
  readonly name = 'PseudonymKeys1764000000323';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
