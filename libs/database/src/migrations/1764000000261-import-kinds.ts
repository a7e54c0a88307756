import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds = `('entries', 'teams', 'organisations', 'judges', 'problems')`;

const statements = /* sql */ `
alter table import_mappings drop constraint import_mappings_kind,
  add constraint import_mappings_kind check (kind in ${kinds});
alter table imports drop constraint imports_kind, add constraint imports_kind check (kind in ${kinds});

-- The number under which an office keeps an organisation in its own files.
alter table organisations
  add column external_key text unique constraint organisations_external_key check (length(external_key) between 1 and 120);

-- An office's list of judges names their employers, and often not yet what kind of judge somebody is.
alter table judges
  alter column kind drop not null,
  add column external_key text constraint judges_external_key check (length(external_key) between 1 and 120),
  add column employer text constraint judges_employer check (length(employer) between 1 and 200),
  add column employer_id uuid references organisations (id);
create unique index judges_by_external_key on judges (edition_id, external_key);
create index judges_employer_id on judges (employer_id);
`;

export class ImportKinds1764000000261 implements MigrationInterface {
  readonly name = 'ImportKinds1764000000261';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
