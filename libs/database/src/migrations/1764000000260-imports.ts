import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- The number under which an office keeps an entry in its own files: by it, an import finds the entry again.
alter table entries
  add column external_key text constraint entries_external_key check (length(external_key) between 1 and 120);
create unique index entries_by_external_key on entries (edition_id, external_key);

-- What each header of an edition's files was taken for the last time.
create table import_mappings (
  edition_id uuid not null references editions (id),
  kind text not null constraint import_mappings_kind check (kind in ('entries', 'problems', 'judges')),
  document jsonb not null,
  updated_by uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (edition_id, kind)
);

-- A file on its way in. Its cells name people: they go when it has been taken over, or a day after it came.
create table imports (
  id uuid primary key,
  public_id uuid not null unique,
  edition_id uuid not null references editions (id),
  kind text not null constraint imports_kind check (kind in ('entries', 'problems', 'judges')),
  file_name text not null constraint imports_file_name check (length(file_name) between 1 and 200),
  file_hash bytea not null constraint imports_file_hash check (length(file_hash) = 32),
  sheets jsonb,
  columns jsonb,
  uploaded_by uuid not null,
  applied_at timestamptz,
  applied_by uuid,
  -- Why it was taken over outside the entry window; free text, so it can be erased.
  reason text constraint imports_reason check (length(reason) between 1 and 500),
  counts jsonb,
  recorded_at timestamptz not null default now(),
  constraint imports_application check (
    (applied_at is null) = (applied_by is null) and (applied_at is null) = (counts is null)
    and (applied_at is null or sheets is null) and (applied_at is not null or reason is null)
  )
);
create index imports_edition on imports (edition_id, applied_at);
`;

export class Imports1764000000260 implements MigrationInterface {
  readonly name = 'Imports1764000000260';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
