import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- One more with each change of what the office knows of a judge: a change is made over what was seen.
alter table judges add column version integer not null default 1 constraint judges_version check (version > 0);

-- A person has said which organisation is meant.
alter table judge_employers add column organisation_by_hand boolean not null default false,
  add constraint judge_employers_by_hand check (organisation_id is not null or not organisation_by_hand);

-- Why a judge leaves the roster, in the office's words.
alter table roster_changes add column reason text
  constraint roster_changes_reason check (reason is null or length(reason) between 1 and 500 and kind = 'removal');
`;

export class JudgeVersions1764000000304 implements MigrationInterface {
  readonly name = 'JudgeVersions1764000000304';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
