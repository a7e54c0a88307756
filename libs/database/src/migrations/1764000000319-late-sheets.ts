import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = /* sql */ `
-- What a judge hands to the office because it came after judging had ended: kept as it was given, counted nowhere, until
-- two persons unlock the sheet (it becomes the judge's draft) or the office refuses with a reason. Personal: scores and
-- words may be erased, and the event is bound to them by a salted commitment alone.
create table late_sheets (
  id uuid primary key,
  assignment_id uuid not null,
  stage_id uuid not null,
  -- That stood when it was handed in; 0 where nothing had been submitted.
  revision integer not null constraint late_sheets_revision check (revision >= 0),
  scores jsonb constraint late_sheets_scores check (jsonb_typeof(scores) = 'object'),
  deduction numeric,
  comments jsonb,
  -- As the judge's device tells it, whose clock may be wrong.
  typed_at timestamptz,
  received_at timestamptz not null default clock_timestamp(),
  outcome text constraint late_sheets_outcome check (outcome in ('accepted', 'refused')),
  decided_by uuid,
  decided_at timestamptz,
  reason text constraint late_sheets_reason check (length(btrim(reason)) between 1 and 500),
  unlock_id uuid unique references sheet_unlocks (id),
  constraint late_sheets_assignment foreign key (assignment_id, stage_id) references assignments (id, stage_id),
  constraint late_sheets_once unique (assignment_id, revision),
  constraint late_sheets_decision
    check ((outcome is null) = (decided_at is null) and (outcome is null) = (decided_by is null)),
  constraint late_sheets_by_unlock check ((unlock_id is not null) = (outcome is not distinct from 'accepted'))
);
create index late_sheets_stage on late_sheets (stage_id, received_at);
`;

const rules = /* sql */ `
-- A late sheet begins undecided and is decided once, by nobody whose own it is or who has a tie
-- to the entry; what it says stays or is erased.
create function late_sheet_goes_forward() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.outcome is not null or new.reason is not null or new.scores is null then
      raise exception 'a late sheet begins undecided' using errcode = '23514', constraint = 'late_sheets_forward';
    end if;
    return new;
  end if;
  if (new.id, new.assignment_id, new.stage_id, new.revision, new.typed_at, new.received_at)
          is distinct from (old.id, old.assignment_id, old.stage_id, old.revision, old.typed_at, old.received_at)
      or new.scores is not null and new.scores is distinct from old.scores
      or new.deduction is not null and new.deduction is distinct from old.deduction
      or new.comments is not null and new.comments is distinct from old.comments
      or old.outcome is not null
        and (new.outcome, new.decided_by, new.decided_at, new.unlock_id)
          is distinct from (old.outcome, old.decided_by, old.decided_at, old.unlock_id)
      or new.reason is not null and new.reason is distinct from old.reason and old.outcome is not null
      or old.outcome is null and (new.outcome is not distinct from 'refused') <> (new.reason is not null) then
    raise exception 'a late sheet stays as it came and is decided once'
      using errcode = '23514', constraint = 'late_sheets_forward';
  end if;
  if old.outcome is null and new.outcome is not null then
    if exists (select from assignments a join judges j on j.id = a.judge_id
        where a.id = new.assignment_id and j.user_id = new.decided_by) then
      raise exception 'nobody decides an own late sheet' using errcode = '23514', constraint = 'late_sheets_not_oneself';
    end if;
    if exists (select from assignments a join stage_entries se on se.id = a.stage_entry_id
        where a.id = new.assignment_id and viewer_is_conflicted(new.decided_by, se.entry_id)) then
      raise exception 'who has a tie to an entry hands its case to another'
        using errcode = '23514', constraint = 'late_sheets_no_tie';
    end if;
  end if;
  return new;
end $$;
create trigger late_sheets_forward before insert or update on late_sheets
  for each row execute function late_sheet_goes_forward();

create function late_sheet_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a late sheet stays' using errcode = '23514', constraint = 'late_sheets_stay';
end $$;
create trigger late_sheets_stay before delete on late_sheets
  for each row execute function late_sheet_stays();
`;

export class LateSheets1764000000319 implements MigrationInterface {
  readonly name = 'LateSheets1764000000319';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(rules);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
