import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = /* sql */ `
-- Entries that every judge of a stage scores first, to find the measure (试评). They stand outside the stage: neither an
-- entry nor a sheet of it, so that no tally, count, plan, list or export can hold one.
create table calibration_entries (
  id uuid primary key,
  stage_id uuid not null references stages (id),
  entry_id uuid not null references entries (id),
  position smallint not null constraint calibration_entries_position check (position between 1 and 3),
  -- Criterion → decimal string, as the office would score it.
  reference jsonb not null constraint calibration_entries_reference check (jsonb_typeof(reference) = 'object'),
  set_by uuid not null,
  set_at timestamptz not null default clock_timestamp(),
  removed_by uuid,
  removed_at timestamptz,
  constraint calibration_entries_end check ((removed_by is null) = (removed_at is null))
);
create unique index calibration_entries_entry on calibration_entries (stage_id, entry_id) where removed_at is null;
create unique index calibration_entries_place on calibration_entries (stage_id, position) where removed_at is null;
create index calibration_entries_entry_id on calibration_entries (entry_id);

-- What a judge gave a calibration entry: once, since the reference is shown afterwards.
create table calibration_sheets (
  id uuid primary key,
  calibration_id uuid not null references calibration_entries (id),
  judge_id uuid not null references judges (id),
  scores jsonb not null constraint calibration_sheets_scores check (jsonb_typeof(scores) = 'object'),
  submitted_at timestamptz not null default clock_timestamp(),
  constraint calibration_sheets_once unique (calibration_id, judge_id)
);
create index calibration_sheets_judge on calibration_sheets (judge_id);
`;

const rules = /* sql */ `
-- Whether anything was submitted in a stage, to a calibration entry or in earnest.
create function stage_has_sheets(stage uuid) returns boolean language sql stable as $$
  select exists (select from assignments a where a.stage_id = stage
      and exists (select from score_sheets s where s.assignment_id = a.id))
    or exists (select from calibration_entries c join calibration_sheets s on s.calibration_id = c.id
      where c.stage_id = stage and c.removed_at is null)
$$;

create function calibration_entry_holds() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (old.removed_at is not null
      or (new.id, new.stage_id, new.entry_id, new.position, new.reference, new.set_by, new.set_at)
        is distinct from (old.id, old.stage_id, old.entry_id, old.position, old.reference, old.set_by, old.set_at)) then
    raise exception 'a calibration entry is removed once, never changed'
      using errcode = '23514', constraint = 'calibration_entries_forward';
  end if;
  if stage_has_sheets(new.stage_id) then
    raise exception 'judging of the stage has begun' using errcode = '23514', constraint = 'calibration_entries_begun';
  end if;
  if tg_op = 'INSERT' and exists (
      select from stage_entries x where x.stage_id = new.stage_id and x.entry_id = new.entry_id) then
    raise exception 'an entry of the stage itself' using errcode = '23514', constraint = 'calibration_entries_outside';
  end if;
  if tg_op = 'INSERT' and not exists (select from stages s join entries e on e.edition_id = s.edition_id
      where s.id = new.stage_id and e.id = new.entry_id) then
    raise exception 'an entry of another edition' using errcode = '23514', constraint = 'calibration_entries_edition';
  end if;
  return new;
end
$$;
create trigger calibration_entry_holds before insert or update on calibration_entries
  for each row execute function calibration_entry_holds();

create function stage_entry_is_no_calibration() returns trigger language plpgsql as $$
begin
  if exists (select from calibration_entries c
      where c.stage_id = new.stage_id and c.entry_id = new.entry_id and c.removed_at is null) then
    raise exception 'a calibration entry of the stage' using errcode = '23514', constraint = 'stage_entries_no_calibration';
  end if;
  return new;
end
$$;
create trigger stage_entry_is_no_calibration before insert on stage_entries
  for each row execute function stage_entry_is_no_calibration();

-- A calibration entry on the desk of a judge of the stage, under an id that no other judge knows; none where the two
-- have a conflict of interest.
create view calibration_desks as
  select md5(c.id::text || j.id::text)::uuid as public_id, c.id as calibration_id, c.stage_id, c.entry_id, c.position,
         j.id as judge_id, j.user_id
    from calibration_entries c
    join entries e on e.id = c.entry_id and e.state = 'submitted'
    join judges j on exists (select from active_assignments a where a.stage_id = c.stage_id and a.judge_id = j.id)
   where c.removed_at is null and not has_conflict(j.id, c.entry_id);
`;

export class Calibration1764000000321 implements MigrationInterface {
  readonly name = 'Calibration1764000000321';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(rules);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
