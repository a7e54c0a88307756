import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- How many hours before the entry window closes whoever has a draft is reminded. An edition that has no row uses the
-- platform's own hours; one whose row holds none reminds nobody.
create table reminder_settings (
  edition_id uuid primary key references editions (id),
  version integer not null constraint reminder_settings_version check (version >= 1),
  hours integer[] not null constraint reminder_settings_hours
    check (cardinality(hours) <= 5 and 1 <= all (hours) and 720 >= all (hours)),
  updated_by uuid not null,
  recorded_at timestamptz not null default now()
);
`;

export class ReminderHours1764000000252 implements MigrationInterface {
  readonly name = 'ReminderHours1764000000252';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
