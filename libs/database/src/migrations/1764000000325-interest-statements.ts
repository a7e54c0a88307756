import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- Whom a judge names as tied to them where no list of teams may be shown: every version stands, the highest one counts.
create table interest_statements (
  id uuid primary key,
  judge_id uuid not null references judges (id),
  number integer not null constraint interest_statements_number check (number >= 1),
  recorded_at timestamptz not null default now(),
  constraint interest_statements_once unique (judge_id, number)
);

-- Names of others, as the judge typed them: they can be erased, and the statement stays.
create table named_interests (
  statement_id uuid not null references interest_statements (id),
  position smallint not null constraint named_interests_position check (position between 1 and 100),
  kind text not null constraint named_interests_kind check (kind in ('employer', 'advisee', 'co-author', 'investment')),
  name text not null constraint named_interests_name check (length(name) between 1 and 200),
  unit text constraint named_interests_unit check (length(unit) between 1 and 200),
  from_year smallint constraint named_interests_from check (from_year between 1900 and 2200),
  until_year smallint constraint named_interests_until check (until_year between coalesce(from_year, 1900) and 2200),
  primary key (statement_id, position),
  constraint named_interests_years check (kind = 'employer' or (from_year is null and until_year is null)),
  constraint named_interests_of_person check (kind in ('advisee', 'co-author') or unit is null)
);

-- What each judge names now.
create view standing_interests as
  select s.judge_id, n.position, n.kind, n.name, n.unit, n.from_year, n.until_year
    from (select distinct on (judge_id) id, judge_id from interest_statements order by judge_id, number desc) s
    join named_interests n on n.statement_id = s.id;
`;

export class InterestStatements1764000000325 implements MigrationInterface {
  readonly name = 'InterestStatements1764000000325';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
