import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- The sheet that counts for an assignment is its newest revision: one backward step in the key's index.
create function current_revision(assignment uuid) returns integer language sql stable as $$
  select coalesce(max(s.revision), 0) from score_sheets s where s.assignment_id = assignment
$$;

create function has_conflict(judge uuid, entry uuid) returns boolean language sql stable as $$
  select exists (select 1 from conflicts_of_interest c where c.judge_id = judge and c.entry_id = entry)
$$;

-- Submits one score sheet in one round trip. Every refusal leaves nothing behind; the outcome names it:
--   accepted, replayed, idempotency-key-reused, assignment-not-found, assignment-recused, entry-withdrawn,
--   conflict-of-interest, window-not-open, deadline-passed, rules-changed, revision-stale
-- Constraints refuse what the caller should have: 23514 for a value outside its criterion, or for a missing one.
create function submit_score_sheet(
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
  v_rows integer;
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
      when not coalesce(window_is_open(v_window, now()), false) then
        case when v_window.closed_at is not null or v_window.deadline_at < now()
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
  submitted_at := now();
  outcome := 'accepted';
  insert into ledger_events (id, kind, canonical, hash) values (p_event, 'sheet-submitted', p_canonical, p_event_hash);
  insert into ledger_pending (event_id) values (p_event);
  insert into score_sheets (id, assignment_id, revision, rules_version_id, deduction, event_hash)
  values (p_sheet, v_assignment.id, revision, v_rules.id, p_deduction, p_event_hash);
  insert into criterion_scores (score_sheet_id, criterion_id, rules_version_id, score)
  select p_sheet, c.id, v_rules.id, (p_scores ->> c.key)::numeric
    from criteria c where c.rules_version_id = v_rules.id;
  get diagnostics v_rows = row_count;
  if v_rows <> (select count(*) from jsonb_object_keys(p_scores)) then
    raise exception 'the sheet names a criterion that the rules do not have'
      using errcode = '23514', constraint = 'criterion_scores_of_rules';
  end if;
  insert into pending_tallies (id, stage_id) values (p_pending, v_assignment.stage_id);
  delete from drafts d where d.assignment_id = v_assignment.id;
end $$;
`;

// What the judge must see before deciding again: the stored sheet beside the own one.
const storedSheet = /* sql */ `
create function stored_score_sheet(p_assignment uuid) returns jsonb language sql stable as $$
  select jsonb_build_object(
           'revision', s.revision, 'submittedAt', s.submitted_at, 'receipt', encode(s.event_hash, 'hex'),
           'scores', (select jsonb_object_agg(c.key, v.score::text)
                        from criterion_scores v join criteria c on c.id = v.criterion_id
                       where v.score_sheet_id = s.id))
    from score_sheets s where s.assignment_id = p_assignment order by s.revision desc limit 1
$$;
`;

export class SubmitScoreSheet1764000000110 implements MigrationInterface {
  readonly name = 'SubmitScoreSheet1764000000110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(storedSheet);
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
