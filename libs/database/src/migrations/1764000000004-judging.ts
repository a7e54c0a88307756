import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
create table judges (
  id uuid primary key,
  edition_id uuid not null references editions (id),
  user_id uuid references users (id) on delete set null,
  kind text not null constraint judges_kind check (kind in ('technology', 'management', 'venture-capital')),
  is_active boolean not null default true,
  recorded_at timestamptz not null default now(),
  unique (edition_id, user_id),
  unique (id, edition_id)
);
create index judges_user on judges (user_id);

create table panel_judges (
  panel_id uuid not null references panels (id),
  judge_id uuid not null references judges (id),
  is_chair boolean not null default false,
  primary key (panel_id, judge_id)
);
create index panel_judges_judge on panel_judges (judge_id);

create table conflicts_of_interest (
  id uuid primary key,
  judge_id uuid not null references judges (id),
  entry_id uuid not null references entries (id),
  form text not null constraint conflicts_form check (form in ('by-oneself', 'on-application', 'ordered')),
  reason_code text not null,
  declared_by uuid not null,
  occurred_on date,
  recorded_at timestamptz not null default now(),
  unique (judge_id, entry_id)
);
create index conflicts_entry on conflicts_of_interest (entry_id);

create table assignments (
  id uuid primary key,
  -- The only name a judge ever sees of this pair.
  public_id uuid not null unique,
  stage_id uuid not null references stages (id),
  stage_entry_id uuid not null,
  judge_id uuid not null references judges (id),
  -- A permutation within the judge's own queue; says nothing about the entry's number.
  position integer not null,
  voided_at timestamptz,
  void_reason text constraint assignments_void_reason check (void_reason in ('recusal', 'withdrawn', 'reassigned', 'judge-removed')),
  recorded_at timestamptz not null default now(),
  constraint assignments_void check ((voided_at is null) = (void_reason is null)),
  unique (stage_entry_id, judge_id),
  unique (stage_id, judge_id, position),
  foreign key (stage_entry_id, stage_id) references stage_entries (id, stage_id)
);
create index assignments_judge on assignments (judge_id, stage_id);
create index assignments_stage on assignments (stage_id);

create table drafts (
  assignment_id uuid primary key references assignments (id),
  version integer not null constraint drafts_version check (version >= 1),
  scores jsonb not null,
  updated_at timestamptz not null default now()
);

create table score_sheets (
  id uuid primary key,
  assignment_id uuid not null references assignments (id),
  revision integer not null constraint score_sheets_revision check (revision >= 1),
  rules_version_id uuid not null references rules_versions (id),
  deduction numeric not null default 0
    constraint score_sheets_deduction check (deduction >= 0 and deduction <= 1000000 and scale(deduction) <= 4),
  event_hash bytea not null constraint score_sheets_event_hash check (length(event_hash) = 32),
  submitted_at timestamptz not null default now(),
  occurred_on date,
  unique (assignment_id, revision),
  unique (id, rules_version_id)
);

create table criterion_scores (
  score_sheet_id uuid not null,
  criterion_id uuid not null,
  rules_version_id uuid not null,
  -- No declared scale: numeric(p, s) would round a surplus digit away in silence. The upper bound refuses NaN.
  score numeric not null constraint criterion_scores_score check (score >= 0 and score <= 1000000 and scale(score) <= 4),
  primary key (score_sheet_id, criterion_id),
  foreign key (score_sheet_id, rules_version_id) references score_sheets (id, rules_version_id),
  foreign key (criterion_id, rules_version_id) references criteria (id, rules_version_id)
);

create function criterion_score_within_criterion() returns trigger language plpgsql as $$
declare c criteria;
begin
  select * into strict c from criteria where id = new.criterion_id;
  if new.score < c.minimum or new.score > c.maximum or mod(new.score - c.minimum, c.step) <> 0 then
    raise exception 'score % is outside % to % in steps of %', new.score, c.minimum, c.maximum, c.step
      using errcode = '23514', constraint = 'criterion_scores_within_criterion';
  end if;
  return new;
end $$;
create trigger criterion_scores_within_criterion before insert on criterion_scores
  for each row execute function criterion_score_within_criterion();
`;

export class Judging1764000000004 implements MigrationInterface {
  readonly name = 'Judging1764000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
