import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = /* sql */ `
-- What a second person approved: the judges of an edition as they stood then, by ids alone.
create table roster_approvals (
  id uuid primary key,
  edition_id uuid not null references editions (id),
  document jsonb not null,
  hash bytea not null constraint roster_approvals_hash check (length(hash) = 32),
  approved_by uuid not null,
  recorded_at timestamptz not null default now(),
  occurred_on date,
  unique (id, approved_by)
);
create index roster_approvals_edition on roster_approvals (edition_id);

-- That a judge comes onto the roster of the edition or leaves it: proposed by one person, approved by another, or taken
-- back. Who judged before there was a roster stands on it without a proposal.
create table roster_changes (
  id uuid primary key,
  judge_id uuid not null references judges (id),
  kind text not null constraint roster_changes_kind check (kind in ('addition', 'removal')),
  proposed_by uuid,
  proposed_at timestamptz not null default now(),
  outcome text constraint roster_changes_outcome check (outcome in ('approved', 'taken-back', 'stood-before')),
  ended_by uuid,
  ended_at timestamptz,
  approval_id uuid,
  constraint roster_changes_approval foreign key (approval_id, ended_by) references roster_approvals (id, approved_by),
  constraint roster_changes_proposer check ((proposed_by is null) = (outcome is not distinct from 'stood-before')),
  constraint roster_changes_end check ((outcome is null) = (ended_at is null)
    and (ended_by is not null) = (coalesce(outcome, '') in ('approved', 'taken-back'))
    and (approval_id is not null) = (outcome is not distinct from 'approved')),
  constraint roster_changes_two_persons check (outcome is distinct from 'approved' or proposed_by <> ended_by)
);
create unique index roster_changes_standing on roster_changes (judge_id) where outcome is null;
create index roster_changes_judge on roster_changes (judge_id, ended_at);
create index roster_changes_of_approval on roster_changes (approval_id);

insert into roster_changes (id, judge_id, kind, outcome, ended_at)
select gen_random_uuid(), id, 'addition', 'stood-before', now() from judges where is_active;
alter table judges alter column is_active set default false;
`;

const rules = /* sql */ `
-- A change begins as a proposal, and stays as it ended.
create function roster_change_ends_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and new.outcome is not null
      or tg_op = 'UPDATE' and (old.outcome is not null or new.outcome is not distinct from 'stood-before'
        or (new.id, new.judge_id, new.kind, new.proposed_by, new.proposed_at)
          is distinct from (old.id, old.judge_id, old.kind, old.proposed_by, old.proposed_at)) then
    raise exception 'a change of the roster is proposed first and ends once'
      using errcode = '23514', constraint = 'roster_changes_end_once';
  end if;
  return new;
end $$;
create trigger roster_changes_end_once before insert or update on roster_changes
  for each row execute function roster_change_ends_once();

-- A judge judges while the newest change that took effect is an addition.
create function is_on_roster(judge uuid) returns boolean language sql stable as $$
  select coalesce((select c.kind = 'addition' from roster_changes c
    where c.judge_id = judge and c.outcome in ('approved', 'stood-before') order by c.ended_at desc limit 1), false)
$$;
create function judge_follows_roster() returns trigger language plpgsql as $$
begin
  if new.is_active <> is_on_roster(new.id) then
    raise exception 'a judge comes onto the roster, or leaves it, by the act of two persons'
      using errcode = '23514', constraint = 'judges_on_roster';
  end if;
  return new;
end $$;
create trigger judges_on_roster before insert or update of is_active on judges
  for each row execute function judge_follows_roster();

create function roster_change_takes_effect() returns trigger language plpgsql as $$
begin
  update judges set is_active = (new.kind = 'addition') where id = new.judge_id;
  return null;
end $$;
create trigger roster_changes_take_effect after update of outcome on roster_changes
  for each row when (new.outcome = 'approved') execute function roster_change_takes_effect();
`;

export class JudgeRoster1764000000300 implements MigrationInterface {
  readonly name = 'JudgeRoster1764000000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(rules);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
