import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- A published form never changes: an entry keeps the version that it was filled in with.
create table form_versions (
  id uuid primary key,
  edition_id uuid not null,
  track_id uuid not null,
  number integer not null constraint form_versions_number check (number >= 1),
  document jsonb not null,
  hash bytea not null constraint form_versions_hash check (length(hash) = 32),
  published_by uuid not null,
  recorded_at timestamptz not null default now(),
  unique (track_id, number),
  unique (id, edition_id),
  foreign key (track_id, edition_id) references tracks (id, edition_id)
);

-- What organisers are working on: one draft a node of the track tree, which may still be wrong.
create table form_drafts (
  track_id uuid primary key,
  edition_id uuid not null,
  version integer not null constraint form_drafts_version check (version >= 1),
  document jsonb not null,
  updated_by uuid not null,
  recorded_at timestamptz not null default now(),
  foreign key (track_id, edition_id) references tracks (id, edition_id)
);

alter table entries
  add column form_version_id uuid,
  add column form_answers jsonb not null default '{}' constraint entries_form_answers check (jsonb_typeof(form_answers) = 'object'),
  add constraint entries_form_version foreign key (form_version_id, edition_id) references form_versions (id, edition_id),
  add constraint entries_answers_need_form check (form_version_id is not null or form_answers = '{}');
create index entries_form on entries (form_version_id) where form_version_id is not null;
`;

export class Forms1764000000220 implements MigrationInterface {
  readonly name = 'Forms1764000000220';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
