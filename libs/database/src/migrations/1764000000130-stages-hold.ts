import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- Who advances goes on to one stage. Checked at the end of a transaction: a template may hand a follower on.
alter table stages add constraint stages_one_follower unique (previous_stage_id) deferrable initially deferred;

-- A stage takes the entries of its own tracks: an entry that stands in one stays on its track.
create function entry_in_stage_keeps_track() returns trigger language plpgsql as $$
begin
  if exists (select 1 from stage_entries se where se.entry_id = new.id) then
    raise exception 'an entry in a stage keeps its track' using errcode = '23514', constraint = 'entries_track_in_stage';
  end if;
  return new;
end $$;
create trigger entries_track_in_stage before update of track_id on entries for each row
  when (old.track_id <> new.track_id) execute function entry_in_stage_keeps_track();
`;

export class StagesHold1764000000130 implements MigrationInterface {
  readonly name = 'StagesHold1764000000130';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
