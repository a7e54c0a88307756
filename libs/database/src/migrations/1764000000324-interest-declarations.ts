import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- A judge of an open stage has seen the own teams and declared every tie, or that there is none. Ids and a version alone:
-- it stays for good. The ties are rows of conflicts_of_interest.
create table interest_declarations (
  id uuid primary key,
  stage_id uuid not null references stages (id),
  judge_id uuid not null references judges (id),
  text_version text not null constraint interest_declarations_version check (text_version ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  occurred_on date,
  recorded_at timestamptz not null default now()
);
create index interest_declarations_of_judge on interest_declarations (judge_id, stage_id);

-- The entries that a declaration covers: one that is assigned later asks for another.
create table declared_entries (
  judge_id uuid not null references judges (id),
  stage_entry_id uuid not null references stage_entries (id),
  declaration_id uuid not null references interest_declarations (id),
  has_conflict boolean not null,
  primary key (judge_id, stage_entry_id)
);
create index declared_entries_of_declaration on declared_entries (declaration_id);

-- Whether a judge has to declare before opening this entry: never in a blind stage, where no team may be seen.
create function declaration_is_owed(judge uuid, stage_entry uuid) returns boolean language sql stable as $$
  select not coalesce((select (v.document ->> 'blind')::boolean from stage_entries x
      join rules_versions v on v.stage_id = x.stage_id where x.id = stage_entry order by v.number desc limit 1), true)
    and not exists (select from declared_entries d where d.judge_id = judge and d.stage_entry_id = stage_entry)
$$;
`;

export class InterestDeclarations1764000000324 implements MigrationInterface {
  readonly name = 'InterestDeclarations1764000000324';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
