import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = /* sql */ `
-- That an organiser steps back from an entry, and to whom its case goes. Ids and a code alone: it stays for good.
create table organiser_recusals (
  id uuid primary key,
  entry_id uuid not null references entries (id),
  user_id uuid not null,
  form text not null constraint organiser_recusals_form check (form in ('by-oneself', 'ordered')),
  reason_code text not null constraint organiser_recusals_reason check (reason_code ~ '^[a-z]+(-[a-z]+)*$'),
  handed_to uuid not null,
  declared_by uuid not null,
  recorded_at timestamptz not null default now(),
  constraint organiser_recusals_once unique (user_id, entry_id),
  constraint organiser_recusals_another check (handed_to <> user_id),
  constraint organiser_recusals_by check ((form = 'by-oneself') = (declared_by = user_id))
);
create index organiser_recusals_entry on organiser_recusals (entry_id);
`;

const rules = /* sql */ `
-- The entries that concern a person: of whose team the person ever was, with which there is a conflict of interest as a
-- judge, or from which the person stepped back as an organiser. The one place that says so. A list leaves them out with
-- "e.id not in (select conflicted_entries($reader))", in each of its numbers too; a question about one entry asks
-- viewer_is_conflicted. What can't be told without all of a stage's entries is refused as a whole (stage_concerns).
create function conflicted_entries(person uuid) returns setof uuid language sql stable as $$
  select t.entry_id from team_ties t where t.user_id = person
  union select c.entry_id from judges j join conflicts_of_interest c on c.judge_id = j.id where j.user_id = person
  union select r.entry_id from organiser_recusals r where r.user_id = person
$$;
create function viewer_is_conflicted(person uuid, entry uuid) returns boolean language sql stable as $$
  select exists (select from team_ties t where t.user_id = person and t.entry_id = entry)
    or exists (select from judges j join conflicts_of_interest c on c.judge_id = j.id
      where j.user_id = person and c.entry_id = entry)
    or exists (select from organiser_recusals r where r.user_id = person and r.entry_id = entry)
$$;
create function stage_concerns(person uuid, stage uuid) returns boolean language sql stable as $$
  select exists (select from conflicted_entries(person) c (entry_id)
    join stage_entries x on x.entry_id = c.entry_id and x.stage_id = stage)
$$;

-- A case goes to somebody whom the entry doesn't concern.
create function organiser_recusal_is_handed_on() returns trigger language plpgsql as $$
begin
  if viewer_is_conflicted(new.handed_to, new.entry_id) then
    raise exception 'who has a tie to an entry takes no case of it'
      using errcode = '23514', constraint = 'organiser_recusals_free_of_ties';
  end if;
  return new;
end $$;
create trigger organiser_recusals_handed_on before insert on organiser_recusals
  for each row execute function organiser_recusal_is_handed_on();
`;

/** The rule for unlocks asked the narrower question of its own; it asks the one that all ask, and that goes. */
const unlocks = /* sql */ `
do $$ begin
  execute replace(pg_get_functiondef('sheet_unlock_goes_forward()'::regprocedure), 'has_tie(', 'viewer_is_conflicted(');
end $$;
drop function has_tie(uuid, uuid);
`;

export class OrganiserRecusals1764000000315 implements MigrationInterface {
  readonly name = 'OrganiserRecusals1764000000315';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(rules);
    await runner.query(unlocks);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
