import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- A row an act that a tally must see. The run deletes exactly the rows its snapshot saw: any row left is work.
create table pending_tallies (
  id uuid primary key,
  stage_id uuid not null references stages (id),
  recorded_at timestamptz not null default now()
);
create index pending_tallies_stage on pending_tallies (stage_id);

create table tally_runs (
  id uuid primary key,
  stage_id uuid not null references stages (id),
  fence bigint not null constraint tally_runs_fence check (fence >= 1),
  state text not null constraint tally_runs_state check (state in ('active', 'completed', 'abandoned', 'failed')),
  started_at timestamptz not null default now(),
  heartbeat_at timestamptz not null default now(),
  finished_at timestamptz,
  rules_version_id uuid references rules_versions (id),
  rules_hash bytea,
  inputs_hash bytea,
  outputs_hash bytea,
  code_version text not null,
  sheets integer,
  shadow text constraint tally_runs_shadow check (shadow in ('agrees', 'differs')),
  shadow_differences jsonb,
  warnings jsonb,
  failure text,
  constraint tally_runs_completed check (
    state <> 'completed' or (finished_at is not null and rules_hash is not null and inputs_hash is not null
      and outputs_hash is not null and shadow is not null)),
  unique (stage_id, fence),
  unique (id, stage_id)
);
create unique index tally_runs_one_active on tally_runs (stage_id) where state = 'active';

create table tally_rows (
  run_id uuid not null,
  stage_id uuid not null,
  stage_entry_id uuid not null,
  outcome text not null constraint tally_rows_outcome check (outcome in ('ranked', 'insufficient')),
  -- Why an entry has no score; it is shown, never dropped.
  reason text,
  sheets integer not null,
  score numeric constraint tally_rows_score check (score > -1000000000 and score < 1000000000),
  exact_numerator numeric,
  exact_denominator numeric,
  standard_error double precision,
  rank integer,
  tie jsonb,
  criteria jsonb not null,
  -- Each component of the stage score as published.
  components jsonb not null default '{}',
  primary key (run_id, stage_entry_id),
  foreign key (run_id, stage_id) references tally_runs (id, stage_id),
  foreign key (stage_entry_id, stage_id) references stage_entries (id, stage_id),
  constraint tally_rows_ranked check ((outcome = 'ranked') = (score is not null) and (score is null) = (rank is null)),
  constraint tally_rows_reason check ((outcome = 'insufficient') = (reason is not null))
);
create index tally_rows_rank on tally_rows (run_id, rank);

create table judge_effects (
  run_id uuid not null references tally_runs (id),
  judge_id uuid not null references judges (id),
  sheets integer not null,
  mean_total numeric not null,
  deviation numeric not null,
  standard_error double precision,
  primary key (run_id, judge_id)
);
`;

export class Scoring1764000000005 implements MigrationInterface {
  readonly name = 'Scoring1764000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
