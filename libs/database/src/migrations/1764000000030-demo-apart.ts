import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- A demo edition can't become a real one, nor a demo account a real one, nor may the two ever meet: an act of a
-- demo person in a real edition would be a row that no later check could tell from a true one.
create function demo_mark_is_final() returns trigger language plpgsql as $$
begin
  if new.is_demo is distinct from old.is_demo then
    raise exception 'the demo mark of % is final', tg_table_name using errcode = '23514', constraint = tg_table_name || '_demo_final';
  end if;
  return new;
end $$;
create trigger editions_demo_final before update of is_demo on editions
  for each row execute function demo_mark_is_final();
create trigger users_demo_final before update of is_demo on users
  for each row execute function demo_mark_is_final();

-- The argument names the column that holds the person.
create function demo_persons_meet_demo_editions() returns trigger language plpgsql as $$
declare
  person uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
  if person is not null and new.edition_id is not null
    and (select u.is_demo from users u where u.id = person) is distinct from
        (select e.is_demo from editions e where e.id = new.edition_id) then
    raise exception 'demo persons and demo editions belong together'
      using errcode = '23514', constraint = tg_table_name || '_demo';
  end if;
  return new;
end $$;
create trigger role_grants_demo before insert or update of user_id, edition_id on role_grants
  for each row execute function demo_persons_meet_demo_editions('user_id');
create trigger judges_demo before insert or update of user_id, edition_id on judges
  for each row execute function demo_persons_meet_demo_editions('user_id');
create trigger entries_demo before insert or update of lead_user_id, edition_id on entries
  for each row execute function demo_persons_meet_demo_editions('lead_user_id');
`;

export class DemoApart1764000000030 implements MigrationInterface {
  readonly name = 'DemoApart1764000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
