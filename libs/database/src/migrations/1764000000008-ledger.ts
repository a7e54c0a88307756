import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- One event an accepted act, in the act's own transaction. Ids and salted commitments only, no personal data.
create table ledger_events (
  id uuid primary key,
  kind text not null,
  canonical text not null,
  hash bytea not null unique constraint ledger_events_hash check (length(hash) = 32 and hash = sha256(convert_to(canonical, 'UTF8'))),
  occurred_on date,
  recorded_at timestamptz not null default now()
);

-- Waits for the sealer; no sequence, so that writers never wait for each other.
create table ledger_pending (
  event_id uuid primary key references ledger_events (id),
  recorded_at timestamptz not null default now()
);

-- Erasing a person erases the salt: the commitment stays and says nothing any more.
create table commitment_salts (
  subject_kind text not null,
  subject_id uuid not null,
  salt bytea not null constraint commitment_salts_salt check (length(salt) = 32),
  primary key (subject_kind, subject_id)
);
`;

export class Ledger1764000000008 implements MigrationInterface {
  readonly name = 'Ledger1764000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
