import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- The second person's half is a row of its own, as with publications: neither half is ever changed.
create table tie_decision_approvals (
  decision_id uuid primary key references tie_decisions (id),
  requested_by uuid not null,
  approved_by uuid not null,
  recorded_at timestamptz not null default now(),
  constraint tie_decision_approvals_two_persons check (requested_by <> approved_by)
);
insert into tie_decision_approvals (decision_id, requested_by, approved_by, recorded_at)
select id, requested_by, approved_by, recorded_at from tie_decisions where approved_by is not null;
alter table tie_decisions drop column approved_by;

create function tie_decision_approval_matches_request() returns trigger language plpgsql as $$
begin
  if new.requested_by is distinct from (select d.requested_by from tie_decisions d where d.id = new.decision_id) then
    raise exception 'the approval names another requester'
      using errcode = '23514', constraint = 'tie_decision_approvals_requester';
  end if;
  return new;
end $$;
create trigger tie_decision_approvals_match_request before insert on tie_decision_approvals
  for each row execute function tie_decision_approval_matches_request();

-- A run that a frozen list names stays as it was: its header, its rows, and no row is added to it.
create function frozen_run_is_immutable() returns trigger language plpgsql as $$
begin
  if exists (select 1 from award_list_runs r where r.run_id = old.id) then
    raise exception 'tally run % is named by a frozen award list', old.id using errcode = '42501';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger tally_runs_frozen before update or delete on tally_runs
  for each row execute function frozen_run_is_immutable();

create function frozen_tally_takes_no_rows() returns trigger language plpgsql as $$
begin
  if exists (select 1 from (select distinct run_id from given) g join award_list_runs r using (run_id)) then
    raise exception 'the tally run is named by a frozen award list' using errcode = '42501';
  end if;
  return null;
end $$;
create trigger tally_rows_closed after insert on tally_rows
  referencing new table as given for each statement execute function frozen_tally_takes_no_rows();
create trigger judge_effects_closed after insert on judge_effects
  referencing new table as given for each statement execute function frozen_tally_takes_no_rows();
`;

export class RecordedDecisions1764000000141 implements MigrationInterface {
  readonly name = 'RecordedDecisions1764000000141';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
