import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- How long after the deadline the bytes of a file may follow whose size and hash were filed before it.
alter table editions add column file_bytes_hours smallint not null default 24
  constraint editions_file_bytes_hours check (file_bytes_hours between 0 and 168);

-- The event that tells of a version, and whose hash is its receipt.
alter table entry_versions add column event_id uuid unique references ledger_events (id);
update entry_versions v set event_id = l.id from ledger_events l
  where l.kind in ('entry-submitted', 'entry-revised') and l.canonical::jsonb #>> '{subject,entry}' = v.entry_id::text
    and (l.canonical::jsonb #>> '{body,version}')::int = v.number;

create table entry_files (
  id uuid primary key,
  entry_id uuid not null references entries (id) on delete cascade,
  public_id uuid not null unique,
  field_key text not null constraint entry_files_field check (length(field_key) between 1 and 60),
  name text not null constraint entry_files_name check (length(name) between 1 and 200),
  size bigint not null constraint entry_files_size check (size > 0),
  sha256 bytea not null constraint entry_files_sha256 check (length(sha256) = 32),
  state text not null default 'filed' constraint entry_files_state
    check (state in ('filed', 'uploading', 'checking', 'ready', 'refused', 'missing')),
  refusal text,
  media_type text,
  scan text not null default 'not-scanned' constraint entry_files_scan check (scan in ('not-scanned', 'clean', 'infected')),
  storage_key text unique,
  -- The first version of the entry that names it; null while none does, and it may then vanish with its bytes.
  version integer,
  uploaded_by uuid references users (id) on delete set null,
  filed_at timestamptz not null default now(),
  arrived_at timestamptz,
  checked_at timestamptz,
  removed_at timestamptz,
  constraint entry_files_arrival check (state not in ('checking', 'ready') or (storage_key is not null and arrived_at is not null)),
  constraint entry_files_refusal check ((state = 'refused') = (refusal is not null)),
  constraint entry_files_ready check (state <> 'ready' or (media_type is not null and checked_at is not null and scan <> 'infected'))
);
create index entry_files_entry on entry_files (entry_id);
create index entry_files_unsettled on entry_files (state) where state in ('filed', 'uploading', 'checking');
create index entry_files_removed on entry_files (removed_at) where removed_at is not null;
`;

export class EntryFiles1764000000200 implements MigrationInterface {
  readonly name = 'EntryFiles1764000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
