import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- A submission empties the draft and keeps its version: the next draft counts on, so that a version never names two
-- drafts of one assignment, and an old tab never overwrites what it has not seen.
alter table drafts alter column scores drop not null;
`;

const store = /* sql */ `
create or replace function store_score_sheet(
  p_sheet uuid, p_assignment assignments, p_revision integer, p_rules uuid, p_scores jsonb, p_deduction numeric,
  p_event uuid, p_canonical text, p_event_hash bytea, p_pending uuid, p_at timestamptz
) returns void language plpgsql as $$
declare
  v_rows integer;
begin
  insert into ledger_events (id, kind, canonical, hash) values (p_event, 'sheet-submitted', p_canonical, p_event_hash);
  insert into ledger_pending (event_id) values (p_event);
  insert into score_sheets
    (id, assignment_id, stage_id, revision, rules_version_id, deduction, event_hash, submitted_at)
  values (p_sheet, p_assignment.id, p_assignment.stage_id, p_revision, p_rules, p_deduction, p_event_hash, p_at);
  insert into criterion_scores (score_sheet_id, criterion_id, rules_version_id, score)
  select p_sheet, c.id, p_rules, (p_scores ->> c.key)::numeric from criteria c where c.rules_version_id = p_rules;
  get diagnostics v_rows = row_count;
  if v_rows <> (select count(*) from jsonb_object_keys(p_scores)) then
    raise exception 'the sheet names a criterion that the rules do not have'
      using errcode = '23514', constraint = 'criterion_scores_of_rules';
  end if;
  insert into pending_tallies (id, stage_id) values (p_pending, p_assignment.stage_id);
  update drafts set scores = null where assignment_id = p_assignment.id;
end $$;
`;

export class DraftVersions1764000000143 implements MigrationInterface {
  readonly name = 'DraftVersions1764000000143';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
    await runner.query(store);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
