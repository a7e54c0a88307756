import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = /* sql */ `
-- What a judge said in words with one revision. Personal text: the row may be erased, and the event of its sheet is
-- bound to it by a salted commitment alone. It enters no total.
create table sheet_comments (
  sheet_id uuid primary key references score_sheets (id),
  language text not null constraint sheet_comments_language check (language in ('zh', 'en')),
  comments jsonb not null constraint sheet_comments_object
    check (jsonb_typeof(comments) = 'object' and comments <> '{}'::jsonb)
);

create function sheet_comments_stay() returns trigger language plpgsql as $$
begin
  raise exception 'comments stay as they were submitted' using errcode = '23514', constraint = 'sheet_comments_stay';
end $$;
create trigger sheet_comments_stay before update on sheet_comments
  for each row execute function sheet_comments_stay();

alter table drafts add column deduction numeric, add column comments jsonb;
`;

const store = /* sql */ `
-- As before, and now the draft's deduction and comments go with its scores.
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
  update drafts set scores = null, deduction = null, comments = null where assignment_id = p_assignment.id;
end $$;
`;

export class SheetComments1764000000311 implements MigrationInterface {
  readonly name = 'SheetComments1764000000311';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(store);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
