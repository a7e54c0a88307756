import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- What a team has typed of a draft and not yet kept as its answers: one mutable row, right or wrong, in no ledger. The
-- version counts every keeping, so that a second tab never overwrites the first in silence; null: the answers have it all.
create table entry_drafts (
  entry_id uuid primary key references entries (id) on delete cascade,
  version integer not null constraint entry_drafts_version check (version >= 1),
  document jsonb constraint entry_drafts_document check (jsonb_typeof(document) = 'object'),
  recorded_at timestamptz not null default now()
);
`;

export class EntryDrafts1764000000281 implements MigrationInterface {
  readonly name = 'EntryDrafts1764000000281';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
