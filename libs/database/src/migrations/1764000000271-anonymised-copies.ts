import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- A file without what only says who made it: what readers of blind stages see, and what pages are rendered from.
create table anonymised_copies (
  file_id uuid primary key references entry_files (id) on delete cascade,
  -- Named before anything is stored under it.
  storage_key text not null unique,
  stored_at timestamptz,
  size bigint not null constraint anonymised_copies_size check (size > 0),
  -- Kind and wording of what was left out; tells of persons, and is erased with the file.
  removed jsonb not null,
  -- What can be read in a document of Office, by slide.
  content jsonb not null default '[]'
);

-- Pages that were rendered before there were such copies are rendered anew.
update viewing_pages set stored_at = null;
update viewing_copies set state = 'waiting', fault = null, page_count = null, finished_at = null;
`;

export class AnonymisedCopies1764000000271 implements MigrationInterface {
  readonly name = 'AnonymisedCopies1764000000271';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
