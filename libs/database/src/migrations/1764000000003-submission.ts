import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
create table enterprise_problems (
  id uuid primary key,
  edition_id uuid not null references editions (id),
  public_id uuid not null unique,
  number integer not null constraint enterprise_problems_number check (number >= 1),
  title_zh text not null,
  title_en text not null,
  -- What the public may read of the owner: often «a carmaker in the city», not a name.
  owner_label_zh text not null,
  owner_label_en text not null,
  recorded_at timestamptz not null default now(),
  unique (edition_id, number),
  unique (id, edition_id)
);

create table entries (
  id uuid primary key,
  edition_id uuid not null references editions (id),
  public_id uuid not null unique,
  -- Given on submission.
  number integer constraint entries_number check (number >= 1),
  track_id uuid not null,
  track_requires_problem boolean not null,
  field_group_id uuid,
  division_id uuid,
  enterprise_problem_id uuid,
  country_code char(2) not null constraint entries_country check (country_code ~ '^[A-Z]{2}$'),
  title text not null constraint entries_title check (length(title) between 1 and 200),
  summary text not null default '' constraint entries_summary check (length(summary) <= 4000),
  language text not null default 'zh' constraint entries_language check (language in ('zh', 'en')),
  nominating_body text,
  lead_user_id uuid references users (id) on delete set null,
  state text not null default 'draft' constraint entries_state check (state in ('draft', 'submitted', 'withdrawn')),
  submitted_at timestamptz,
  withdrawn_at timestamptz,
  occurred_on date,
  recorded_at timestamptz not null default now(),
  constraint entries_problem check (state = 'draft' or not track_requires_problem or enterprise_problem_id is not null),
  constraint entries_submission check ((state = 'draft') = (submitted_at is null) and (state = 'draft') = (number is null)),
  constraint entries_withdrawal check ((state = 'withdrawn') = (withdrawn_at is not null)),
  unique (edition_id, number),
  unique (id, edition_id),
  foreign key (track_id, edition_id) references tracks (id, edition_id),
  foreign key (track_id, track_requires_problem) references tracks (id, requires_problem),
  foreign key (field_group_id, edition_id) references field_groups (id, edition_id),
  foreign key (division_id, edition_id) references divisions (id, edition_id),
  foreign key (enterprise_problem_id, edition_id) references enterprise_problems (id, edition_id)
);
create index entries_by_state on entries (edition_id, state);
create index entries_lead on entries (lead_user_id);

-- One counter row an edition hands out entry numbers without gaps or twins.
create table entry_counters (
  edition_id uuid primary key references editions (id),
  last_number integer not null default 0
);

create table entry_versions (
  id uuid primary key,
  entry_id uuid not null references entries (id),
  number integer not null constraint entry_versions_number check (number >= 1),
  answers jsonb not null,
  hash bytea not null constraint entry_versions_hash check (length(hash) = 32),
  recorded_at timestamptz not null default now(),
  unique (entry_id, number)
);

create table team_members (
  id uuid primary key,
  entry_id uuid not null references entries (id) on delete cascade,
  role text not null constraint team_members_role check (role in ('lead', 'member', 'adviser')),
  name text not null constraint team_members_name check (length(name) between 1 and 120),
  organisation text,
  position smallint not null,
  unique (entry_id, position)
);
create unique index team_members_one_lead on team_members (entry_id) where role = 'lead';

create table eligibility_checks (
  id uuid primary key,
  entry_id uuid not null references entries (id),
  number integer not null,
  outcome text not null constraint eligibility_checks_outcome check (outcome in ('passed', 'needs-correction', 'failed')),
  reason_code text,
  checked_by uuid not null,
  occurred_on date,
  recorded_at timestamptz not null default now(),
  constraint eligibility_checks_reason check (outcome = 'passed' or reason_code is not null),
  unique (entry_id, number)
);

create table stage_entries (
  id uuid primary key,
  edition_id uuid not null,
  stage_id uuid not null,
  entry_id uuid not null,
  came_by text not null constraint stage_entries_came_by check (came_by in ('registered', 'advanced', 'direct-entry', 'promoted')),
  panel_id uuid,
  appearance_order smallint,
  outcome text constraint stage_entries_outcome check (outcome in ('advanced', 'not-advanced', 'retired', 'forfeit')),
  recorded_at timestamptz not null default now(),
  unique (stage_id, entry_id),
  unique (id, stage_id),
  foreign key (stage_id, edition_id) references stages (id, edition_id),
  foreign key (entry_id, edition_id) references entries (id, edition_id),
  foreign key (panel_id, stage_id) references panels (id, stage_id)
);
create index stage_entries_entry on stage_entries (entry_id);
`;

export class Submission1764000000003 implements MigrationInterface {
  readonly name = 'Submission1764000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
