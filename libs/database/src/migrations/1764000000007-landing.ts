import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
create table landing_intents (
  id uuid primary key,
  public_id uuid not null unique,
  entry_id uuid not null unique references entries (id),
  way text constraint landing_intents_way check (way in
    ('new-company', 'branch', 'technical-cooperation', 'transfer-of-results', 'talent', 'joint-laboratory')),
  districts text[] not null default '{}' constraint landing_intents_districts check (cardinality(districts) <= 3),
  investment_yuan numeric constraint landing_intents_investment
    check (investment_yuan >= 0 and investment_yuan <= 1000000000000 and scale(investment_yuan) <= 2),
  timetable_months smallint constraint landing_intents_timetable check (timetable_months between 1 and 120),
  needs text[] not null default '{}',
  local_partner boolean not null default false,
  declared_by uuid,
  occurred_on date,
  recorded_at timestamptz not null default now(),
  withdrawn_at timestamptz
);

-- A rule's opinion, with the signals it rests on; recomputed at will and never published.
create table landing_suggestions (
  entry_id uuid primary key references entries (id),
  is_suggested boolean not null,
  signals jsonb not null,
  rule_hash bytea not null,
  computed_at timestamptz not null default now()
);

create table pending_landing_suggestions (
  id uuid primary key,
  entry_id uuid not null references entries (id),
  recorded_at timestamptz not null default now()
);

create table landing_confirmations (
  id uuid primary key,
  entry_id uuid not null references entries (id),
  number integer not null constraint landing_confirmations_number check (number >= 1),
  outcome text not null constraint landing_confirmations_outcome check (outcome in ('confirmed', 'revoked')),
  investment_yuan numeric not null constraint landing_confirmations_investment
    check (investment_yuan >= 0 and investment_yuan <= 1000000000000 and scale(investment_yuan) <= 2),
  confirmed_by uuid not null,
  occurred_on date not null,
  recorded_at timestamptz not null default now(),
  unique (entry_id, number)
);

create table problem_acceptances (
  id uuid primary key,
  problem_id uuid not null references enterprise_problems (id),
  number integer not null constraint problem_acceptances_number check (number >= 1),
  outcome text not null constraint problem_acceptances_outcome
    check (outcome in ('solved', 'partly-solved', 'unsolved', 'awaiting-owner')),
  entry_id uuid references entries (id),
  -- Solved needs the owner's word: who gave it, on what evidence.
  confirmed_by_owner boolean not null,
  evidence_code text,
  entered_by uuid not null,
  occurred_on date not null,
  recorded_at timestamptz not null default now(),
  constraint problem_acceptances_solved check
    (outcome <> 'solved' or (confirmed_by_owner and entry_id is not null and evidence_code is not null)),
  unique (problem_id, number)
);

-- 关键技术难题: solved by a project; another definition than an enterprise problem, never added to it.
create table technical_problem_solutions (
  id uuid primary key,
  entry_id uuid not null references entries (id),
  number integer not null,
  title_zh text not null,
  title_en text not null,
  confirmed_by uuid not null,
  occurred_on date not null,
  recorded_at timestamptz not null default now(),
  unique (entry_id, number)
);

create table transformations (
  id uuid primary key,
  entry_id uuid not null references entries (id),
  kind text not null constraint transformations_kind check (kind in
    ('own-implementation', 'transfer', 'licence', 'joint-implementation', 'equity-contribution', 'other')),
  progress text not null constraint transformations_progress check (progress in ('in-progress', 'contracted', 'paid')),
  confirmed_by uuid not null,
  occurred_on date not null,
  recorded_at timestamptz not null default now()
);
create index transformations_entry on transformations (entry_id);
`;

export class Landing1764000000007 implements MigrationInterface {
  readonly name = 'Landing1764000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
