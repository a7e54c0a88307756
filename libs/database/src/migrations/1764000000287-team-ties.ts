import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- Whoever leads an entry or belongs to its team, and ever did: leaving a team ends no conflict of interest.
create table team_ties (
  entry_id uuid not null references entries (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  recorded_at timestamptz not null default now(),
  primary key (entry_id, user_id)
);
create index team_ties_user on team_ties (user_id);
insert into team_ties (entry_id, user_id)
select id, lead_user_id from entries where lead_user_id is not null
union select entry_id, user_id from team_members where user_id is not null;

create function entry_ties_its_lead() returns trigger language plpgsql as $$
begin
  insert into team_ties (entry_id, user_id) values (new.id, new.lead_user_id) on conflict do nothing;
  return null;
end $$;
create trigger entries_tie_lead after insert or update of lead_user_id on entries
  for each row when (new.lead_user_id is not null) execute function entry_ties_its_lead();

create function entry_ties_its_member() returns trigger language plpgsql as $$
begin
  insert into team_ties (entry_id, user_id) values (new.entry_id, new.user_id) on conflict do nothing;
  return null;
end $$;
create trigger team_members_tie after insert or update of user_id on team_members
  for each row when (new.user_id is not null) execute function entry_ties_its_member();

-- Declared, or told by the judge's own place in the team.
create or replace function has_conflict(judge uuid, entry uuid) returns boolean language sql stable as $$
  select exists (select 1 from conflicts_of_interest c where c.judge_id = judge and c.entry_id = entry)
    or exists (select 1 from judges j join team_ties t on t.user_id = j.user_id where j.id = judge and t.entry_id = entry)
$$;

create or replace view active_assignments as
  select a.id, a.public_id, a.stage_id, a.stage_entry_id, a.judge_id, a.position, se.entry_id, e.track_id
    from assignments a
    join judges j on j.id = a.judge_id and j.is_active
    join stage_entries se on se.id = a.stage_entry_id and coalesce(se.outcome, '') not in ('retired', 'forfeit')
    join entries e on e.id = se.entry_id and e.state = 'submitted'
   where a.voided_at is null
     and not exists (select 1 from conflicts_of_interest c where c.judge_id = a.judge_id and c.entry_id = se.entry_id)
     and not exists (select 1 from team_ties t where t.user_id = j.user_id and t.entry_id = se.entry_id);

-- Whether a person judges in an edition, or takes part in it: nobody does both. A draft counts while it can be submitted.
create function judges_in(person uuid, edition uuid) returns boolean language sql stable as $$
  select exists (select from role_grants g where g.user_id = person and g.edition_id = edition
      and g.role in ('judge', 'panel-chair') and g.revoked_at is null)
    or exists (select from judges j where j.user_id = person and j.edition_id = edition and j.is_active)
$$;
create function takes_part_in(person uuid, edition uuid) returns boolean language sql stable as $$
  select exists (select from entries e join team_ties t on t.entry_id = e.id and t.user_id = person
    where e.edition_id = edition and entry_is_read_by(e, person) and (e.state = 'submitted' or (e.state = 'draft'
      and entry_phase(e.edition_id, e.id, clock_timestamp()) in ('early', 'open', 'extended', 'late'))))
$$;
`;

export class TeamTies1764000000287 implements MigrationInterface {
  readonly name = 'TeamTies1764000000287';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
