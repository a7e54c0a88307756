import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- Other rules, or an entry that comes late, make a ranking stale as surely as a sheet does. Stages never tallied need no
-- mark: their first sheet brings one.
create function stage_change_needs_tally() returns trigger language plpgsql as $$
begin
  insert into pending_tallies (id, stage_id)
  select gen_random_uuid(), g.stage_id
    from (select distinct stage_id from given) g
   where exists (select 1 from tally_runs r where r.stage_id = g.stage_id);
  return null;
end $$;
create trigger rules_versions_tally after insert on rules_versions
  referencing new table as given for each statement execute function stage_change_needs_tally();
create trigger stage_entries_tally after insert on stage_entries
  referencing new table as given for each statement execute function stage_change_needs_tally();
`;

export class PendingTallyTriggers1764000000112 implements MigrationInterface {
  readonly name = 'PendingTallyTriggers1764000000112';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
