import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- What somebody has said of a judge and an entry between which something speaks for a conflict of interest: the last word
-- counts, for the evidence that it names. Ids and codes alone: it stays for good.
create table candidate_decisions (
  id uuid primary key,
  stage_id uuid not null references stages (id),
  judge_id uuid not null references judges (id),
  entry_id uuid not null references entries (id),
  outcome text not null constraint candidate_decisions_outcome check (outcome in ('confirmed', 'dismissed')),
  evidence text[] not null constraint candidate_decisions_evidence check (cardinality(evidence) >= 1),
  decided_by uuid not null,
  recorded_at timestamptz not null default now()
);
create index candidate_decisions_of_pair on candidate_decisions (judge_id, entry_id, id);

-- Why it is none, in somebody's own words: they can be erased.
create table dismissal_reasons (
  decision_id uuid primary key references candidate_decisions (id),
  reason text not null constraint dismissal_reasons_reason check (length(reason) between 1 and 500)
);

-- For so many years a judge is taken for a colleague of a former employer's people. Three is this platform's own default.
alter table edition_settings drop constraint edition_settings_name;
alter table edition_settings add constraint edition_settings_name
  check (name in ('eligibility', 'reminders', 'due-diligence', 'conflicts'));
create function employer_years(edition uuid) returns integer language sql stable as $$
  select coalesce((edition_setting(edition, 'conflicts') ->> 'employerYears')::integer, 3)
$$;
-- The first year of leaving that still counts; years alone are known, so the whole of it does.
create function employer_counts_from(edition uuid) returns integer language sql stable as $$
  select extract(year from clock_timestamp() at time zone 'Asia/Shanghai')::integer - employer_years(edition)
$$;
`;

export class ConflictCandidates1764000000326 implements MigrationInterface {
  readonly name = 'ConflictCandidates1764000000326';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
