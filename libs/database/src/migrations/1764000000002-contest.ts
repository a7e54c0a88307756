import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
create table contests (
  id uuid primary key,
  key text not null constraint contests_key_form check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name_zh text not null,
  name_en text not null,
  -- Which key figures this contest reports at all; the others are null in public, never zero.
  reported_figures text[] not null default '{}',
  recorded_at timestamptz not null default now()
);
create unique index contests_key_key on contests (key);

create table editions (
  id uuid primary key,
  contest_id uuid not null references contests (id),
  slug text not null constraint editions_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name_zh text not null,
  name_en text not null,
  year smallint not null constraint editions_year check (year between 1990 and 2200),
  is_demo boolean not null default false,
  template_hash bytea not null constraint editions_template_hash check (length(template_hash) = 32),
  announcement_order text[] not null default '{}',
  recorded_at timestamptz not null default now()
);
create unique index editions_slug_key on editions (slug);

create table role_grants (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  role text not null constraint role_grants_role check (role in (
    'organiser', 'executive-organiser', 'panel-secretary', 'judge', 'panel-chair', 'team-lead', 'team-member',
    'problem-owner', 'district-officer', 'discipline-supervisor',
    'system-administrator', 'security-administrator', 'audit-administrator')),
  edition_id uuid references editions (id),
  track_id uuid,
  district text,
  may_approve boolean not null default false,
  granted_by uuid references users (id),
  granted_at timestamptz not null default now(),
  revoked_at timestamptz,
  -- Administrators run the system and hold no edition; every other role belongs to one.
  constraint role_grants_scope check ((role like '%-administrator') = (edition_id is null))
);
create unique index role_grants_live on role_grants
  (user_id, role, edition_id, track_id, district) nulls not distinct where revoked_at is null;
create unique index role_grants_one_administrator on role_grants (role)
  where revoked_at is null and role in ('system-administrator', 'security-administrator', 'audit-administrator');

create table tracks (
  id uuid primary key,
  edition_id uuid not null references editions (id),
  parent_id uuid,
  key text not null,
  name_zh text not null,
  name_en text not null,
  position smallint not null,
  -- An Open Challenge entry answers one named enterprise problem.
  requires_problem boolean not null default false,
  unique (edition_id, key),
  unique (id, edition_id),
  unique (id, requires_problem),
  foreign key (parent_id, edition_id) references tracks (id, edition_id)
);
create unique index tracks_one_root on tracks (edition_id) where parent_id is null;
alter table role_grants add foreign key (track_id) references tracks (id);

create table field_groups (
  id uuid primary key,
  edition_id uuid not null references editions (id),
  key text not null,
  name_zh text not null,
  name_en text not null,
  position smallint not null,
  unique (edition_id, key),
  unique (id, edition_id)
);

create table divisions (
  id uuid primary key,
  edition_id uuid not null references editions (id),
  key text not null,
  name_zh text not null,
  name_en text not null,
  position smallint not null,
  unique (edition_id, key),
  unique (id, edition_id)
);

create table stages (
  id uuid primary key,
  edition_id uuid not null references editions (id),
  track_id uuid not null,
  key text not null,
  kind text not null constraint stages_kind check (kind in ('online-review', 'second-round', 'final')),
  name_zh text not null,
  name_en text not null,
  position smallint not null,
  previous_stage_id uuid,
  unique (edition_id, key),
  unique (id, edition_id),
  foreign key (track_id, edition_id) references tracks (id, edition_id),
  foreign key (previous_stage_id, edition_id) references stages (id, edition_id)
);

-- Planned times are shown; opened_at and closed_at record what really happened; deadline_at is what the
-- database clock enforces (null: until an organiser closes).
create table windows (
  id uuid primary key,
  edition_id uuid not null references editions (id),
  stage_id uuid,
  kind text not null constraint windows_kind check (kind in ('entry', 'judging')),
  planned_opens_at timestamptz not null,
  planned_closes_at timestamptz not null,
  deadline_at timestamptz,
  opened_at timestamptz,
  closed_at timestamptz,
  constraint windows_planned_order check (planned_opens_at < planned_closes_at),
  constraint windows_real_order check (closed_at is null or (opened_at is not null and opened_at <= closed_at)),
  constraint windows_stage check ((kind = 'judging') = (stage_id is not null)),
  foreign key (stage_id, edition_id) references stages (id, edition_id)
);
create unique index windows_one on windows (edition_id, kind, stage_id) nulls not distinct;

create function window_is_open(w windows, at timestamptz) returns boolean language sql immutable as $$
  select w.opened_at is not null and w.opened_at <= at
    and (w.closed_at is null or at < w.closed_at)
    and (w.deadline_at is null or at <= w.deadline_at)
$$;

create table window_changes (
  id uuid primary key,
  window_id uuid not null references windows (id),
  planned_opens_at timestamptz not null,
  planned_closes_at timestamptz not null,
  deadline_at timestamptz,
  reason_code text not null,
  changed_by uuid not null,
  recorded_at timestamptz not null default now()
);

create table rules_versions (
  id uuid primary key,
  stage_id uuid not null references stages (id),
  number integer not null constraint rules_versions_number check (number >= 1),
  document jsonb not null,
  canonical text not null,
  hash bytea not null constraint rules_versions_hash check (length(hash) = 32),
  recorded_at timestamptz not null default now(),
  unique (stage_id, number),
  unique (id, stage_id)
);

create table rules_locks (
  rules_version_id uuid primary key references rules_versions (id),
  locked_by uuid not null,
  locked_at timestamptz not null default now()
);

create table criteria (
  id uuid primary key,
  rules_version_id uuid not null references rules_versions (id),
  key text not null,
  position smallint not null,
  minimum numeric not null,
  maximum numeric not null,
  step numeric not null,
  factor numeric not null,
  counted boolean not null,
  constraint criteria_bounds check (minimum >= 0 and maximum > minimum and maximum <= 1000000),
  constraint criteria_step check (step > 0 and step <= maximum and scale(step) <= 4),
  constraint criteria_factor check (factor > 0 and factor <= 1000000 and scale(factor) <= 6),
  unique (rules_version_id, key),
  unique (id, rules_version_id)
);

create table panels (
  id uuid primary key,
  stage_id uuid not null references stages (id),
  key text not null,
  name_zh text not null,
  name_en text not null,
  position smallint not null,
  unique (stage_id, key),
  unique (id, stage_id)
);
`;

export class Contest1764000000002 implements MigrationInterface {
  readonly name = 'Contest1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
