import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- What a judge says of the field groups of an edition; of those that are not here nothing is said. Plans weigh it.
create table judge_wishes (
  judge_id uuid not null,
  field_group_id uuid not null,
  edition_id uuid not null,
  wish text not null constraint judge_wishes_wish check (wish in ('gladly', 'rather-not')),
  primary key (judge_id, field_group_id),
  foreign key (judge_id, edition_id) references judges (id, edition_id),
  foreign key (field_group_id, edition_id) references field_groups (id, edition_id)
);
create index judge_wishes_group on judge_wishes (field_group_id);
`;

export class JudgeWishes1764000000329 implements MigrationInterface {
  readonly name = 'JudgeWishes1764000000329';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
