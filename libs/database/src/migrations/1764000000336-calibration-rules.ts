import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * By which rules a calibration entry's reference and a judge's scores were given: what was given by other rules is not
 * compared. Of those that stand already, by the rules that were the newest then.
 */
const columns = /* sql */ `
alter table calibration_entries add column rules_version_id uuid;
alter table calibration_sheets add column rules_version_id uuid references rules_versions (id);

alter table calibration_entries disable trigger calibration_entry_holds;
update calibration_entries c set rules_version_id = coalesce(
  (select v.id from rules_versions v where v.stage_id = c.stage_id and v.recorded_at <= c.set_at
    order by v.number desc limit 1),
  (select v.id from rules_versions v where v.stage_id = c.stage_id order by v.number limit 1));
alter table calibration_entries enable trigger calibration_entry_holds;
update calibration_sheets s set rules_version_id = coalesce(
  (select v.id from calibration_entries c join rules_versions v on v.stage_id = c.stage_id
    where c.id = s.calibration_id and v.recorded_at <= s.submitted_at order by v.number desc limit 1),
  (select c.rules_version_id from calibration_entries c where c.id = s.calibration_id));

alter table calibration_entries alter column rules_version_id set not null,
  add constraint calibration_entries_rules foreign key (rules_version_id, stage_id)
    references rules_versions (id, stage_id);
alter table calibration_sheets alter column rules_version_id set not null;

create or replace function calibration_entry_holds() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (old.removed_at is not null
      or (new.id, new.stage_id, new.entry_id, new.position, new.reference, new.rules_version_id, new.set_by, new.set_at)
        is distinct from (old.id, old.stage_id, old.entry_id, old.position, old.reference, old.rules_version_id,
          old.set_by, old.set_at)) then
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
`;

export class CalibrationRules1764000000336 implements MigrationInterface {
  readonly name = 'CalibrationRules1764000000336';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
