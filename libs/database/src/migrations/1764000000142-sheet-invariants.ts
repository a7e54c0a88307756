import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- A sheet is of its assignment's stage, by rules of that stage, and its receipt is the hash of an event that exists. The
-- stage in the row makes two keys of what would be a look-up; there are as many as before.
alter table assignments add constraint assignments_of_stage unique (id, stage_id);
alter table score_sheets add column stage_id uuid;
update score_sheets s set stage_id = a.stage_id from assignments a where a.id = s.assignment_id;
alter table score_sheets
  alter column stage_id set not null,
  drop constraint score_sheets_assignment_id_fkey,
  drop constraint score_sheets_rules_version_id_fkey,
  add constraint score_sheets_assignment foreign key (assignment_id, stage_id) references assignments (id, stage_id),
  add constraint score_sheets_rules_of_stage
    foreign key (rules_version_id, stage_id) references rules_versions (id, stage_id),
  add constraint score_sheets_event foreign key (event_hash) references ledger_events (hash);

-- A submitted sheet scores every criterion of its rules. Its scores come after it, so this is asked when all is written:
-- a score belongs to a criterion of the same rules, once, so that counting them is enough.
create function score_sheet_is_complete() returns trigger language plpgsql as $$
begin
  if (select count(*) from criterion_scores v where v.score_sheet_id = new.id)
      <> (select count(*) from criteria c where c.rules_version_id = new.rules_version_id) then
    raise exception 'sheet % lacks a criterion of its rules', new.id
      using errcode = '23514', constraint = 'score_sheets_complete';
  end if;
  return null;
end $$;
create constraint trigger score_sheets_complete after insert on score_sheets
  deferrable initially deferred for each row execute function score_sheet_is_complete();
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
  delete from drafts d where d.assignment_id = p_assignment.id;
end $$;
`;

export class SheetInvariants1764000000142 implements MigrationInterface {
  readonly name = 'SheetInvariants1764000000142';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
    await runner.query(store);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
