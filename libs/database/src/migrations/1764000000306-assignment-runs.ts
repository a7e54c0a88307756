import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = /* sql */ `
-- A plan of who judges what in a stage: asked for by a person, made by a worker, then applied as one unit or not at all.
create table assignment_runs (
  id uuid primary key,
  stage_id uuid not null references stages (id),
  number integer not null constraint assignment_runs_number check (number >= 1),
  parameters jsonb not null,
  -- Public: with it anybody can compute the plan again.
  seed text not null constraint assignment_runs_seed check (length(seed) between 1 and 100),
  state text not null default 'pending' constraint assignment_runs_state check (state in
    ('pending', 'running', 'planned', 'infeasible', 'stopped', 'failed', 'applied', 'discarded')),
  fault text constraint assignment_runs_fault check (fault in ('cancelled', 'time', 'memory', 'error', 'interrupted')),
  requested_by uuid not null,
  requested_at timestamptz not null default clock_timestamp(),
  -- Counts who has taken it on: what an earlier one still writes does not count.
  fence integer not null default 0,
  heartbeat_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  ended_by uuid,
  ended_at timestamptz,
  -- Entries, judges, conflicts and standing assignments that the plan was computed from, as soon as they were read.
  size jsonb,
  -- Of everything that it was computed from: what has changed since is found by it.
  fingerprint bytea constraint assignment_runs_fingerprint check (length(fingerprint) = 32),
  plan_hash bytea constraint assignment_runs_plan_hash check (length(plan_hash) = 32),
  outcome jsonb,
  constraint assignment_runs_faulty check ((fault is not null) = (state in ('stopped', 'failed'))),
  constraint assignment_runs_plan check (state not in ('planned', 'applied')
    or (plan_hash is not null and fingerprint is not null and outcome is not null and finished_at is not null)),
  constraint assignment_runs_end check ((ended_by is null) = (ended_at is null)
    and (state not in ('applied', 'discarded') or ended_by is not null)),
  unique (stage_id, number),
  unique (id, stage_id)
);
create unique index assignment_runs_one on assignment_runs (stage_id) where state in ('pending', 'running', 'planned');
create index assignment_runs_unsettled on assignment_runs (requested_at) where state in ('pending', 'running');

create table assignment_run_pairs (
  run_id uuid not null,
  stage_id uuid not null,
  stage_entry_id uuid not null,
  judge_id uuid not null references judges (id),
  change text not null constraint assignment_run_pairs_change check (change in ('kept', 'added', 'removed')),
  primary key (run_id, stage_entry_id, judge_id),
  foreign key (run_id, stage_id) references assignment_runs (id, stage_id) on delete cascade,
  -- An entry whose coming is undone leaves the plans too: one that waits is overtaken by that.
  foreign key (stage_entry_id, stage_id) references stage_entries (id, stage_id) on delete cascade
);
create index assignment_run_pairs_entry on assignment_run_pairs (stage_entry_id, stage_id);
create index assignment_run_pairs_judge on assignment_run_pairs (judge_id);
`;

const rules = /* sql */ `
-- A run goes on in one direction, and what was asked for stays as it was asked.
create function assignment_run_goes_on() returns trigger language plpgsql as $$
begin
  if (new.id, new.stage_id, new.number, new.parameters, new.seed, new.requested_by, new.requested_at)
      is distinct from (old.id, old.stage_id, old.number, old.parameters, old.seed, old.requested_by, old.requested_at)
    or (old.plan_hash is not null and new.plan_hash is distinct from old.plan_hash)
    or old.state in ('infeasible', 'stopped', 'failed', 'applied', 'discarded')
    or (old.state = 'planned' and new.state not in ('applied', 'discarded')) then
    raise exception 'a plan is asked for once and ends once' using errcode = '23514', constraint = 'assignment_runs_end_once';
  end if;
  return new;
end $$;
create trigger assignment_runs_end_once before update on assignment_runs
  for each row execute function assignment_run_goes_on();
`;

export class AssignmentRuns1764000000306 implements MigrationInterface {
  readonly name = 'AssignmentRuns1764000000306';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(rules);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
