import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- Organisations that compete with the owner of an enterprise problem, as the office has learned and from whom: whoever
-- works there does not judge answers to that problem. One that is struck out stays, and counts no more. From whom it is
-- known may be erased; the event is bound to it by a salted commitment alone.
create table owner_competitors (
  id uuid primary key,
  problem_id uuid not null references enterprise_problems (id),
  organisation_id uuid not null references organisations (id),
  source text constraint owner_competitors_source check (length(btrim(source)) between 1 and 300),
  recorded_by uuid not null,
  recorded_at timestamptz not null default clock_timestamp(),
  removed_by uuid,
  removed_at timestamptz,
  constraint owner_competitors_removal check ((removed_by is null) = (removed_at is null))
);
create unique index owner_competitors_standing on owner_competitors (problem_id, organisation_id) where removed_at is null;

create function owner_competitor_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
      and (new.id, new.problem_id, new.organisation_id, new.recorded_by, new.recorded_at)
        is not distinct from (old.id, old.problem_id, old.organisation_id, old.recorded_by, old.recorded_at)
      and (new.source is null or new.source = old.source)
      and (old.removed_at is null
        or (new.removed_at, new.removed_by) is not distinct from (old.removed_at, old.removed_by)) then
    return new;
  end if;
  raise exception 'a competitor stays as it was recorded, and is struck out once'
    using errcode = '23514', constraint = 'owner_competitors_stay';
end $$;
create trigger owner_competitors_stay before update or delete on owner_competitors
  for each row execute function owner_competitor_stays();

-- Who works for a rival proposer is found with the names that the register does not know, too.
drop function judges_of_rival_proposers(uuid);
`;

export class OwnerCompetitors1764000000333 implements MigrationInterface {
  readonly name = 'OwnerCompetitors1764000000333';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
