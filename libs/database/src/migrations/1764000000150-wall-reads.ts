import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- Which session has looked at which wall: the first look is a ledger event, the many that follow by themselves are none.
create table wall_reads (
  session_hash bytea not null references sessions (token_hash) on delete cascade,
  stage_id uuid not null references stages (id) on delete cascade,
  recorded_at timestamptz not null default now(),
  primary key (session_hash, stage_id)
);
create index wall_reads_stage on wall_reads (stage_id);
`;

export class WallReads1764000000150 implements MigrationInterface {
  readonly name = 'WallReads1764000000150';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
