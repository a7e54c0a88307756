import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- What was begun in an open stage before the platform asked for declarations goes on as it was. Marked once, here: a sheet
-- or a draft that comes later, from paper or from a blind stage that is opened, spares nobody a declaration.
alter table assignments add column predates_declarations boolean not null default false;
update assignments a set predates_declarations = true
 where declaration_is_owed(a.judge_id, a.stage_entry_id)
   and (exists (select from score_sheets s where s.assignment_id = a.id)
     or exists (select from drafts d where d.assignment_id = a.id));

create or replace function declaration_is_owed(judge uuid, stage_entry uuid) returns boolean language sql stable as $$
  select not coalesce((select (v.document ->> 'blind')::boolean from stage_entries x
      join rules_versions v on v.stage_id = x.stage_id where x.id = stage_entry order by v.number desc limit 1), true)
    and not exists (select from declared_entries d where d.judge_id = judge and d.stage_entry_id = stage_entry)
    and not exists (select from assignments a where a.judge_id = judge and a.stage_entry_id = stage_entry
      and a.predates_declarations)
$$;
`;

export class BegunBeforeDeclarations1764000000332 implements MigrationInterface {
  readonly name = 'BegunBeforeDeclarations1764000000332';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
