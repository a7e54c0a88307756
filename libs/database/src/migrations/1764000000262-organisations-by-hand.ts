import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- Two organisations may have one name: then the office says of each place where it stands which one is meant. What was
-- said holds until another name is typed there; a name that is recognised anew passes it over.
alter table entries add column nominating_body_by_hand boolean not null default false,
  add constraint entries_nominating_body_by_hand check (not nominating_body_by_hand or nominating_body_id is not null);
alter table team_members add column organisation_by_hand boolean not null default false,
  add constraint team_members_organisation_by_hand check (not organisation_by_hand or organisation_id is not null);
alter table judges add column employer_by_hand boolean not null default false,
  add constraint judges_employer_by_hand check (not employer_by_hand or employer_id is not null);
`;

export class OrganisationsByHand1764000000262 implements MigrationInterface {
  readonly name = 'OrganisationsByHand1764000000262';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
