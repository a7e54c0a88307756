import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- That a team refuses due diligence, by which it retires: proposed by one person, approved by another, or taken back.
create table due_diligence_refusals (
  id uuid primary key,
  case_id uuid not null references due_diligence_cases (id),
  proposed_by uuid not null,
  proposed_at timestamptz not null default now(),
  outcome text constraint due_diligence_refusals_outcome check (outcome in ('approved', 'taken-back')),
  ended_by uuid,
  ended_at timestamptz,
  constraint due_diligence_refusals_end check (
    (outcome is null) = (ended_by is null) and (outcome is null) = (ended_at is null)),
  constraint due_diligence_refusals_two_persons check (outcome is distinct from 'approved' or proposed_by <> ended_by)
);
create unique index due_diligence_refusals_standing on due_diligence_refusals (case_id) where outcome is null;
create index due_diligence_refusals_case on due_diligence_refusals (case_id);

-- No case is refused by one person alone.
create function due_diligence_refused_by_two() returns trigger language plpgsql as $$
begin
  if not exists (select from due_diligence_refusals r where r.case_id = new.id and r.outcome = 'approved'
      and r.ended_by = new.decided_by) then
    raise exception 'a refusal needs a second person' using errcode = '23514', constraint = 'due_diligence_refused_by_two';
  end if;
  return new;
end $$;
create trigger due_diligence_refused_by_two before update of state on due_diligence_cases
  for each row when (new.state = 'refused' and old.state <> 'refused') execute function due_diligence_refused_by_two();
`;

export class DueDiligenceRefusals1764000000289 implements MigrationInterface {
  readonly name = 'DueDiligenceRefusals1764000000289';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
