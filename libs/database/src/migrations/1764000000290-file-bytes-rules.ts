import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = `
-- For how many hours a file's bytes may follow the submission that names them; the newest row of an edition counts,
-- before the first the hours that its template gave.
create table file_bytes_rules (
  id uuid primary key,
  edition_id uuid not null references editions (id),
  hours smallint not null constraint file_bytes_rules_hours check (hours between 0 and 168),
  set_by uuid not null,
  recorded_at timestamptz not null default now()
);
create index file_bytes_rules_edition on file_bytes_rules (edition_id, recorded_at, id);

create function file_bytes_hours(p_edition uuid) returns integer language sql stable as $$
  select coalesce((select r.hours from file_bytes_rules r where r.edition_id = p_edition
    order by r.recorded_at desc, r.id desc limit 1), (select e.file_bytes_hours from editions e where e.id = p_edition))::integer
$$;
`;

export class FileBytesRules1764000000290 implements MigrationInterface {
  readonly name = 'FileBytesRules1764000000290';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
