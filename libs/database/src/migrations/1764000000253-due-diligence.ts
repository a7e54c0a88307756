import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- What an edition looks into; one that has no row uses the platform's own list.
create table due_diligence_settings (
  edition_id uuid primary key references editions (id),
  version integer not null constraint due_diligence_settings_version check (version >= 1),
  checklist jsonb not null,
  updated_by uuid not null,
  recorded_at timestamptz not null default now()
);

-- Of an entry in a stage. Documents and note may name somebody, so they can be erased; the ledger holds a commitment.
create table due_diligence_cases (
  id uuid primary key,
  edition_id uuid not null,
  stage_id uuid not null,
  entry_id uuid not null,
  state text not null default 'open' constraint due_diligence_cases_state check (state in ('open', 'passed', 'refused')),
  version integer not null default 1 constraint due_diligence_cases_version check (version >= 1),
  met jsonb not null default '[]',
  documents jsonb not null default '[]',
  note text not null default '' constraint due_diligence_cases_note check (length(note) <= 2000),
  -- As it was worded when it was decided by it.
  checklist jsonb,
  opened_by uuid not null,
  opened_at timestamptz not null default now(),
  decided_by uuid,
  decided_at timestamptz,
  constraint due_diligence_cases_decided check (
    (state = 'open') = (decided_at is null) and (state = 'open') = (decided_by is null)
    and (state = 'open') = (checklist is null)),
  unique (stage_id, entry_id),
  foreign key (stage_id, edition_id) references stages (id, edition_id),
  foreign key (entry_id, edition_id) references entries (id, edition_id)
);
create index due_diligence_cases_edition on due_diligence_cases (edition_id);
`;

export class DueDiligence1764000000253 implements MigrationInterface {
  readonly name = 'DueDiligence1764000000253';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
