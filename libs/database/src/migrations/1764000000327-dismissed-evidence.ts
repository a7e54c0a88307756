import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- Which lines of evidence were dismissed, each by its SHA-256: they stand for what somebody has named, and so beside the
-- reason, where they can be erased. What was dismissed before has none, and is asked again.
alter table dismissal_reasons add column evidence_hashes text[] not null default '{}';
`;

export class DismissedEvidence1764000000327 implements MigrationInterface {
  readonly name = 'DismissedEvidence1764000000327';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
