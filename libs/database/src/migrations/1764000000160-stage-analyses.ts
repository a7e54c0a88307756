import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- What is known of a stage beside its result: one row a run, replaced with it.
create table stage_analyses (
  run_id uuid primary key,
  stage_id uuid not null,
  -- What locked rules may open before the list is frozen, and what stays closed until then (null: not asked for yet).
  opening jsonb,
  closed jsonb,
  outputs_hash bytea constraint stage_analyses_outputs_hash check (length(outputs_hash) = 32),
  code_version text not null,
  computed_at timestamptz not null default now(),
  milliseconds integer not null,
  failure text,
  foreign key (run_id, stage_id) references tally_runs (id, stage_id),
  constraint stage_analyses_computed check ((opening is not null) = (outputs_hash is not null)),
  constraint stage_analyses_closed check (closed is null or opening is not null),
  constraint stage_analyses_failed check (failure is not null or opening is not null)
);
create index stage_analyses_stage on stage_analyses (stage_id);

-- What a frozen list rests on may not change; a part that was not asked for yet may be added.
create function frozen_analysis_is_immutable() returns trigger language plpgsql as $$
begin
  if old.closed is not null and exists (select 1 from award_list_runs r where r.run_id = old.run_id) then
    raise exception 'tally run % is named by a frozen award list', old.run_id using errcode = '42501';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger stage_analyses_frozen before update or delete on stage_analyses
  for each row execute function frozen_analysis_is_immutable();
`;

export class StageAnalyses1764000000160 implements MigrationInterface {
  readonly name = 'StageAnalyses1764000000160';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
