import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- Nobody approves their own place as a judge, and an approval is of one edition.
create function roster_change_is_approved() returns trigger language plpgsql as $$
begin
  if exists (select from judges j where j.id = new.judge_id and j.user_id = new.ended_by) then
    raise exception 'nobody approves their own place on the roster'
      using errcode = '23514', constraint = 'roster_changes_not_oneself';
  end if;
  if not exists (select from judges j join roster_approvals a on a.edition_id = j.edition_id
      where j.id = new.judge_id and a.id = new.approval_id) then
    raise exception 'a change of the roster is approved with the roster of its edition'
      using errcode = '23514', constraint = 'roster_changes_edition';
  end if;
  -- A judge's changes end one after the other, also where the clock has been put back: the last one counts.
  new.ended_at := greatest(clock_timestamp(),
    (select max(c.ended_at) from roster_changes c where c.judge_id = new.judge_id) + interval '1 microsecond');
  return new;
end $$;
create trigger roster_changes_approved before update of outcome on roster_changes
  for each row when (old.outcome is null and new.outcome = 'approved') execute function roster_change_is_approved();

create function roster_change_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a change of the roster stays' using errcode = '23514', constraint = 'roster_changes_stay';
end $$;
create trigger roster_changes_stay before delete on roster_changes
  for each row execute function roster_change_stays();
`;

export class RosterRules1764000000302 implements MigrationInterface {
  readonly name = 'RosterRules1764000000302';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
