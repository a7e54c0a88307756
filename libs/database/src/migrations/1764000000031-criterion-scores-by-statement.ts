import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- The same rule as before, asked once a statement instead of once a row: a sheet is one look at its rubric, and ten
-- thousand sheets of an import are one join.
drop trigger criterion_scores_within_criterion on criterion_scores;
drop function criterion_score_within_criterion();

create function criterion_scores_within_criterion() returns trigger language plpgsql as $$
declare
  bad record;
begin
  select g.score, c.minimum, c.maximum, c.step into bad
    from given g left join criteria c on c.id = g.criterion_id
   where c.id is null or g.score < c.minimum or g.score > c.maximum or mod(g.score - c.minimum, c.step) <> 0
   limit 1;
  if found then
    raise exception 'score % is outside % to % in steps of %', bad.score, bad.minimum, bad.maximum, bad.step
      using errcode = '23514', constraint = 'criterion_scores_within_criterion';
  end if;
  return null;
end $$;
create trigger criterion_scores_within_criterion after insert on criterion_scores
  referencing new table as given for each statement execute function criterion_scores_within_criterion();
`;

export class CriterionScoresByStatement1764000000031 implements MigrationInterface {
  readonly name = 'CriterionScoresByStatement1764000000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
