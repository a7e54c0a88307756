import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- Documents are what their hashes say, whoever writes them.
alter table award_list_versions add constraint award_list_versions_canonical
  check (hash = sha256(convert_to(canonical, 'UTF8')));
alter table rules_versions add constraint rules_versions_canonical
  check (hash = sha256(convert_to(canonical, 'UTF8')) and document = canonical::jsonb);

-- NaN is above every number in SQL: only an upper bound keeps it out.
alter table award_list_items
  add constraint award_list_items_score check (score > -1000000000 and score < 1000000000),
  add constraint award_list_items_place check (position >= 1 and rank >= 1),
  add constraint award_list_items_commitment check (length(name_commitment) = 32);
alter table tally_rows
  add constraint tally_rows_place check (sheets >= 0 and rank >= 1),
  add constraint tally_rows_exact check (
    (score is null) = (exact_numerator is null) and (score is null) = (exact_denominator is null)
    and abs(exact_numerator) < 'Infinity' and exact_denominator > 0 and exact_denominator < 'Infinity');
alter table judge_effects add constraint judge_effects_numbers
  check (sheets >= 1 and abs(mean_total) < 1000000000 and abs(deviation) < 1000000000);
-- A criterion may count for nothing; only all of them may not.
alter table criteria
  drop constraint criteria_factor,
  add constraint criteria_factor check (factor >= 0 and factor <= 1000000 and scale(factor) <= 6),
  add constraint criteria_scale check (scale(minimum) <= 4 and scale(maximum) <= 4);

-- What belongs together belongs to one stage, one edition.
alter table tally_runs add foreign key (rules_version_id, stage_id) references rules_versions (id, stage_id);
alter table tie_decisions add foreign key (run_id, stage_id) references tally_runs (id, stage_id);
create unique index tie_decisions_one on tie_decisions (run_id, rank);
alter table role_grants add foreign key (track_id, edition_id) references tracks (id, edition_id);
alter table stages add constraint stages_previous_other check (previous_stage_id <> id);
create index windows_stage on windows (stage_id);
create index pending_landing_suggestions_entry on pending_landing_suggestions (entry_id);

create function assignments_within_edition() returns trigger language plpgsql as $$
begin
  if exists (select 1 from given g join stages s on s.id = g.stage_id join judges j on j.id = g.judge_id
              where j.edition_id <> s.edition_id) then
    raise exception 'a judge belongs to the edition of the stage' using errcode = '23514', constraint = 'assignments_edition';
  end if;
  return null;
end $$;
create trigger assignments_edition after insert on assignments
  referencing new table as given for each statement execute function assignments_within_edition();

create function panel_judges_within_edition() returns trigger language plpgsql as $$
begin
  if exists (select 1 from given g join panels p on p.id = g.panel_id join stages s on s.id = p.stage_id
               join judges j on j.id = g.judge_id where j.edition_id <> s.edition_id) then
    raise exception 'a judge belongs to the edition of the panel' using errcode = '23514', constraint = 'panel_judges_edition';
  end if;
  return null;
end $$;
create trigger panel_judges_edition after insert on panel_judges
  referencing new table as given for each statement execute function panel_judges_within_edition();

-- A stage takes the submitted entries of its own track and of all tracks below it.
create function stage_entries_below_track() returns trigger language plpgsql as $$
begin
  if exists (
    with recursive above (track_id, ancestor_id) as (
      select distinct e.track_id, e.track_id from given g join entries e on e.id = g.entry_id
      union
      select a.track_id, t.parent_id from above a join tracks t on t.id = a.ancestor_id where t.parent_id is not null)
    select 1 from given g join entries e on e.id = g.entry_id join stages s on s.id = g.stage_id
     where e.state = 'draft'
        or not exists (select 1 from above a where a.track_id = e.track_id and a.ancestor_id = s.track_id)) then
    raise exception 'a stage takes submitted entries of its own tracks' using errcode = '23514', constraint = 'stage_entries_track';
  end if;
  return null;
end $$;
create trigger stage_entries_track after insert on stage_entries
  referencing new table as given for each statement execute function stage_entries_below_track();

-- Who leaves after being judged changes the ranking: the tally must see it, whatever code let them go.
create function entry_withdrawal_needs_tally() returns trigger language plpgsql as $$
begin
  insert into pending_tallies (id, stage_id)
  select gen_random_uuid(), se.stage_id from stage_entries se
   where se.entry_id = new.id and exists (select 1 from assignments a where a.stage_id = se.stage_id);
  return null;
end $$;
create trigger entries_withdrawn after update of state on entries for each row
  when (old.state = 'submitted' and new.state = 'withdrawn') execute function entry_withdrawal_needs_tally();

create function stage_departure_needs_tally() returns trigger language plpgsql as $$
begin
  insert into pending_tallies (id, stage_id)
  select gen_random_uuid(), new.stage_id
   where exists (select 1 from assignments a where a.stage_id = new.stage_id);
  return null;
end $$;
create trigger stage_entries_departed after update of outcome on stage_entries for each row
  when ((coalesce(old.outcome, '') in ('retired', 'forfeit')) <> (coalesce(new.outcome, '') in ('retired', 'forfeit')))
  execute function stage_departure_needs_tally();

create function judge_departure_needs_tally() returns trigger language plpgsql as $$
begin
  insert into pending_tallies (id, stage_id)
  select gen_random_uuid(), a.stage_id from assignments a where a.judge_id = new.id group by a.stage_id;
  return null;
end $$;
create trigger judges_departed after update of is_active on judges for each row
  when (old.is_active <> new.is_active) execute function judge_departure_needs_tally();
`;

export class Invariants1764000000040 implements MigrationInterface {
  readonly name = 'Invariants1764000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
