import type { MigrationInterface, QueryRunner } from 'typeorm';

const lockKey = /* sql */ `
-- The one name of a stage's advisory lock. Who adds a sheet shares it; who ends the judging or uses its result holds it
-- alone, and so sees every sheet that was let in before. Taken before any row, several in the order of their ids.
create function stage_lock_key(stage uuid) returns bigint language sql immutable as $$
  select hashtextextended('stage:' || stage::text, 0)
$$;
`;

const store = /* sql */ `
-- The rows of one accepted sheet; the caller has checked everything that a constraint does not.
create function store_score_sheet(
  p_sheet uuid, p_assignment assignments, p_revision integer, p_rules uuid, p_scores jsonb, p_deduction numeric,
  p_event uuid, p_canonical text, p_event_hash bytea, p_pending uuid, p_at timestamptz
) returns void language plpgsql as $$
declare
  v_rows integer;
begin
  insert into ledger_events (id, kind, canonical, hash) values (p_event, 'sheet-submitted', p_canonical, p_event_hash);
  insert into ledger_pending (event_id) values (p_event);
  insert into score_sheets (id, assignment_id, revision, rules_version_id, deduction, event_hash, submitted_at)
  values (p_sheet, p_assignment.id, p_revision, p_rules, p_deduction, p_event_hash, p_at);
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

const submit = /* sql */ `
-- As before, and now: a sheet is let in and stored under the stage's shared lock, and in time is what the clock says
-- once the lock is held. Judging that ends meanwhile waits for it, or has ended when it looks.
create or replace function submit_score_sheet(
  p_user uuid, p_route text, p_key text, p_body_hash bytea,
  p_assignment uuid, p_judge uuid, p_seen_revision integer, p_rules_hash bytea,
  p_sheet uuid, p_scores jsonb, p_deduction numeric,
  p_event uuid, p_canonical text, p_event_hash bytea, p_pending uuid,
  out outcome text, out revision integer, out receipt bytea, out submitted_at timestamptz, out detail jsonb
) language plpgsql as $$
declare
  v_known idempotency_keys;
  v_assignment assignments;
  v_entry entries;
  v_window windows;
  v_rules rules_versions;
  v_at timestamptz;
begin
  -- The key comes before every other check. A twin still running makes this wait for its end, and is then replayed.
  insert into idempotency_keys (user_id, route, key, body_hash, status, result_id)
  values (p_user, p_route, p_key, p_body_hash, 201, p_sheet)
  on conflict (user_id, route, key) do nothing;
  if not found then
    select * into strict v_known from idempotency_keys k
     where k.user_id = p_user and k.route = p_route and k.key = p_key;
    if v_known.body_hash <> p_body_hash then
      outcome := 'idempotency-key-reused';
      return;
    end if;
    select 'replayed', s.revision, s.event_hash, s.submitted_at into outcome, revision, receipt, submitted_at
      from score_sheets s where s.id = v_known.result_id;
    return;
  end if;

  perform pg_advisory_xact_lock_shared(stage_lock_key(a.stage_id)) from assignments a where a.id = p_assignment;
  v_at := clock_timestamp();
  select a.* into v_assignment
    from assignments a join judges j on j.id = a.judge_id
   where a.id = p_assignment and a.judge_id = p_judge and j.user_id = p_user and j.is_active
     for no key update of a;
  if not found then
    outcome := 'assignment-not-found';
  elsif v_assignment.voided_at is not null and v_assignment.void_reason = 'recusal' then
    outcome := 'assignment-recused';
  elsif v_assignment.voided_at is not null and v_assignment.void_reason = 'withdrawn' then
    outcome := 'entry-withdrawn';
  elsif v_assignment.voided_at is not null then
    outcome := 'assignment-not-found';
  end if;
  if outcome is null then
    select e.* into strict v_entry
      from stage_entries se join entries e on e.id = se.entry_id where se.id = v_assignment.stage_entry_id;
    select w.* into v_window from windows w where w.stage_id = v_assignment.stage_id and w.kind = 'judging';
    select r.* into v_rules from rules_versions r
     where r.stage_id = v_assignment.stage_id order by r.number desc limit 1;
    revision := current_revision(v_assignment.id);
    outcome := case
      when v_entry.state <> 'submitted' then 'entry-withdrawn'
      when has_conflict(p_judge, v_entry.id) then 'conflict-of-interest'
      when not coalesce(window_is_open(v_window, v_at), false) then
        case when v_window.closed_at is not null or v_window.deadline_at < v_at
             then 'deadline-passed' else 'window-not-open' end
      when v_rules.hash is distinct from p_rules_hash then 'rules-changed'
      when revision <> p_seen_revision then 'revision-stale'
    end;
  end if;
  if outcome is not null then
    delete from idempotency_keys k where k.user_id = p_user and k.route = p_route and k.key = p_key;
    if outcome = 'revision-stale' then
      detail := stored_score_sheet(v_assignment.id);
    elsif outcome in ('window-not-open', 'deadline-passed') then
      detail := jsonb_build_object('opensAt', v_window.planned_opens_at,
        'closedAt', coalesce(v_window.closed_at, v_window.deadline_at));
    end if;
    return;
  end if;

  revision := revision + 1;
  receipt := p_event_hash;
  submitted_at := v_at;
  outcome := 'accepted';
  perform store_score_sheet(p_sheet, v_assignment, revision, v_rules.id, p_scores, p_deduction,
    p_event, p_canonical, p_event_hash, p_pending, v_at);
end $$;
`;

export class StageLocks1764000000140 implements MigrationInterface {
  readonly name = 'StageLocks1764000000140';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(lockKey);
    await runner.query(store);
    await runner.query(submit);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
