import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- That a judge is reached at another address: proposed by one person, approved by another, or taken back. The address
-- stands here while it is proposed alone; afterwards it stands with the account, where it can be erased.
create table judge_contact_changes (
  id uuid primary key,
  judge_id uuid not null references judges (id),
  email text constraint judge_contact_changes_email check (email = lower(email) and length(email) between 3 and 254),
  proposed_by uuid not null,
  proposed_at timestamptz not null default now(),
  outcome text constraint judge_contact_changes_outcome check (outcome in ('approved', 'taken-back')),
  ended_by uuid,
  ended_at timestamptz,
  constraint judge_contact_changes_end check ((outcome is null) = (ended_at is null)
    and (outcome is null) = (ended_by is null) and (outcome is null) = (email is not null)),
  constraint judge_contact_changes_two_persons check (outcome is distinct from 'approved' or proposed_by <> ended_by)
);
create unique index judge_contact_changes_standing on judge_contact_changes (judge_id) where outcome is null;

-- A change begins as a proposal, ends once, and nobody approves that of their own account.
create function judge_contact_change_ends_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and new.outcome is not null
      or tg_op = 'UPDATE' and (old.outcome is not null or new.outcome is null
        or (new.id, new.judge_id, new.proposed_by, new.proposed_at)
          is distinct from (old.id, old.judge_id, old.proposed_by, old.proposed_at)) then
    raise exception 'a change of an address is proposed first and ends once'
      using errcode = '23514', constraint = 'judge_contact_changes_end_once';
  end if;
  if new.outcome = 'approved' and exists (
      select from judges j where j.id = new.judge_id and j.user_id = new.ended_by) then
    raise exception 'nobody approves the change of their own address'
      using errcode = '23514', constraint = 'judge_contact_changes_not_oneself';
  end if;
  return new;
end $$;
create trigger judge_contact_changes_end_once before insert or update on judge_contact_changes
  for each row execute function judge_contact_change_ends_once();

-- The reason for a removal stays as it was given; it may be erased.
create function roster_change_keeps_reason() returns trigger language plpgsql as $$
begin
  if new.reason is not null and new.reason is distinct from old.reason then
    raise exception 'the reason for a change of the roster stays'
      using errcode = '23514', constraint = 'roster_changes_keep_reason';
  end if;
  return new;
end $$;
create trigger roster_changes_keep_reason before update of reason on roster_changes
  for each row execute function roster_change_keeps_reason();
`;

export class JudgeContacts1764000000305 implements MigrationInterface {
  readonly name = 'JudgeContacts1764000000305';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
