import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- What is rendered of a file, page by page, for readers who shall see it and not have it.
create table viewing_copies (
  file_id uuid primary key references entry_files (id) on delete cascade,
  state text not null default 'waiting' constraint viewing_copies_state
    check (state in ('waiting', 'rendering', 'ready', 'unshowable')),
  fault text constraint viewing_copies_fault check ((state = 'unshowable') = (fault is not null)),
  -- Known as soon as the file was opened.
  page_count integer constraint viewing_copies_page_count check (page_count > 0),
  -- Counts who has taken it on: what an earlier one still writes does not count.
  fence integer not null default 0,
  heartbeat_at timestamptz,
  requested_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  constraint viewing_copies_ready check (state <> 'ready' or (page_count is not null and finished_at is not null))
);
create index viewing_copies_unsettled on viewing_copies (requested_at) where state in ('waiting', 'rendering');

create table viewing_pages (
  file_id uuid not null references viewing_copies (file_id) on delete cascade,
  number integer not null constraint viewing_pages_number check (number > 0),
  -- Named before anything is stored under them, so that what a killed process left behind is found.
  page_key text not null unique,
  thumbnail_key text not null unique,
  stored_at timestamptz,
  width integer not null constraint viewing_pages_width check (width > 0),
  height integer not null constraint viewing_pages_height check (height > 0),
  bytes integer not null constraint viewing_pages_bytes check (bytes > 0),
  thumbnail_bytes integer not null constraint viewing_pages_thumbnail_bytes check (thumbnail_bytes > 0),
  -- What can be read on it; erased with the file.
  content text not null,
  primary key (file_id, number)
);

insert into viewing_copies (file_id) select id from entry_files where state = 'ready' and media_type in (
  'application/pdf', 'image/png', 'image/jpeg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
`;

export class ViewingCopies1764000000270 implements MigrationInterface {
  readonly name = 'ViewingCopies1764000000270';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
