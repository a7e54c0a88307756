import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- What the office knows of a judge beside kind and employer: for the plan of who reads what.
alter table judges
  add column keywords text[] not null default '{}'
    constraint judges_keywords check (cardinality(keywords) <= 20 and array_position(keywords, '') is null),
  add column languages text[] not null default '{}'
    constraint judges_languages check (languages <@ array['zh', 'en']),
  add column least_entries integer not null default 0
    constraint judges_least_entries check (least_entries between 0 and 10000),
  add column most_entries integer
    constraint judges_most_entries check (most_entries between greatest(least_entries, 1) and 10000),
  add column is_substitute boolean not null default false,
  add column available_from date,
  add column available_until date,
  add constraint judges_availability check (available_from <= available_until);

create table judge_field_groups (
  judge_id uuid not null,
  field_group_id uuid not null,
  edition_id uuid not null,
  primary key (judge_id, field_group_id),
  foreign key (judge_id, edition_id) references judges (id, edition_id),
  foreign key (field_group_id, edition_id) references field_groups (id, edition_id)
);
create index judge_field_groups_group on judge_field_groups (field_group_id);

-- Whom a judge worked for before, and until when: the present employer stands with the judge.
create table judge_employers (
  id uuid primary key,
  judge_id uuid not null references judges (id),
  name text not null constraint judge_employers_name check (length(name) between 1 and 200),
  organisation_id uuid references organisations (id),
  from_year smallint constraint judge_employers_from check (from_year between 1900 and 2200),
  until_year smallint constraint judge_employers_until check (until_year between coalesce(from_year, 1900) and 2200),
  unique (judge_id, name)
);
create index judge_employers_organisation on judge_employers (organisation_id);
`;

export class JudgePool1764000000303 implements MigrationInterface {
  readonly name = 'JudgePool1764000000303';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
