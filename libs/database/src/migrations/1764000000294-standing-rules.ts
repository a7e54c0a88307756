import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- A rule is stated under the lock of the entry window, and its id is made there: the clock of a transaction that waited
-- for the lock is older than the rule before it.
create or replace function late_entry_hours(p_edition uuid) returns integer language sql stable as $$
  select coalesce((select r.hours from late_entry_rules r where r.edition_id = p_edition order by r.id desc limit 1),
    0)::integer
$$;
create or replace function file_bytes_hours(p_edition uuid) returns integer language sql stable as $$
  select coalesce((select r.hours from file_bytes_rules r where r.edition_id = p_edition order by r.id desc limit 1),
    (select e.file_bytes_hours from editions e where e.id = p_edition))::integer
$$;

-- Whoever is registered as a judge, has lost the role and was never given an entry is free to take part.
create or replace function judges_in(person uuid, edition uuid) returns boolean language sql stable as $$
  select exists (select from role_grants g where g.user_id = person and g.edition_id = edition
      and g.role in ('judge', 'panel-chair') and g.revoked_at is null)
    or exists (select from judges j join assignments a on a.judge_id = j.id
      where j.user_id = person and j.edition_id = edition and j.is_active)
$$;
`;

export class StandingRules1764000000294 implements MigrationInterface {
  readonly name = 'StandingRules1764000000294';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
