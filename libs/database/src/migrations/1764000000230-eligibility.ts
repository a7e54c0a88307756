import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- How an edition checks its entries; one that has no row uses the platform's own list.
create table eligibility_settings (
  edition_id uuid primary key references editions (id),
  version integer not null constraint eligibility_settings_version check (version >= 1),
  document jsonb not null,
  updated_by uuid not null,
  recorded_at timestamptz not null default now()
);

-- Beside the outcome: the version that was read, the points and reasons as they were worded then, and a salted
-- commitment to what was said in free text. reason_code stays the first of the reasons.
alter table eligibility_checks
  drop constraint eligibility_checks_outcome,
  drop constraint eligibility_checks_reason,
  add column entry_version integer,
  add column checklist jsonb not null default '[]',
  add column reasons jsonb not null default '[]',
  add column note_commitment bytea constraint eligibility_checks_note check (length(note_commitment) = 32),
  add column correct_until timestamptz;
update eligibility_checks c set entry_version = coalesce((select max(v.number) from entry_versions v
  where v.entry_id = c.entry_id and v.recorded_at <= c.recorded_at), 1);
alter table eligibility_checks
  alter column entry_version set not null,
  add constraint eligibility_checks_outcome
    check (outcome in ('passed', 'passed-once', 'needs-correction', 'failed')),
  add constraint eligibility_checks_reason check (outcome in ('passed', 'passed-once') or reason_code is not null),
  add constraint eligibility_checks_until check (correct_until is null or outcome = 'needs-correction'),
  add constraint eligibility_checks_of_version
    foreign key (entry_id, entry_version) references entry_versions (entry_id, number);

-- What was said to the team in free text may name somebody, so it can be erased.
create table eligibility_notes (
  check_id uuid primary key references eligibility_checks (id),
  text_zh text not null constraint eligibility_notes_zh check (length(text_zh) <= 2000),
  text_en text not null constraint eligibility_notes_en check (length(text_en) <= 2000),
  constraint eligibility_notes_said check (text_zh <> '' or text_en <> '')
);
`;

export class Eligibility1764000000230 implements MigrationInterface {
  readonly name = 'Eligibility1764000000230';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
