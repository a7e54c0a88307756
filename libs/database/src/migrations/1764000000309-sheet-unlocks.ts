import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = /* sql */ `
-- That a judge may submit one more revision of one sheet after judging has ended: asked for by one person with the
-- reason, approved by another for so many hours, used once. Revision 0: nothing was submitted in time.
create table sheet_unlocks (
  id uuid primary key,
  assignment_id uuid not null,
  stage_id uuid not null,
  revision integer not null constraint sheet_unlocks_revision check (revision >= 0),
  reason text constraint sheet_unlocks_reason check (length(btrim(reason)) between 1 and 500),
  hours smallint not null constraint sheet_unlocks_hours check (hours between 1 and 72),
  requested_by uuid not null,
  requested_at timestamptz not null default now(),
  outcome text constraint sheet_unlocks_outcome check (outcome in ('approved', 'taken-back')),
  ended_by uuid,
  ended_at timestamptz,
  expires_at timestamptz,
  sheet_id uuid unique,
  constraint sheet_unlocks_assignment foreign key (assignment_id, stage_id) references assignments (id, stage_id),
  constraint sheet_unlocks_sheet foreign key (sheet_id) references score_sheets (id),
  constraint sheet_unlocks_end check ((outcome is null) = (ended_at is null) and (outcome is null) = (ended_by is null)),
  constraint sheet_unlocks_time check ((expires_at is not null) = (outcome is not distinct from 'approved')),
  constraint sheet_unlocks_used check (sheet_id is null or outcome is not distinct from 'approved'),
  constraint sheet_unlocks_two_persons check (outcome is distinct from 'approved' or requested_by <> ended_by)
);
create unique index sheet_unlocks_standing on sheet_unlocks (assignment_id) where outcome is null;
create index sheet_unlocks_assignment_id on sheet_unlocks (assignment_id);
create index sheet_unlocks_stage on sheet_unlocks (stage_id, requested_at);
`;

const rules = /* sql */ `
-- Whether a person was ever in the team of an entry, or has a conflict of interest with it as a judge.
create function has_tie(person uuid, entry uuid) returns boolean language sql stable as $$
  select exists (select from team_ties t where t.user_id = person and t.entry_id = entry)
    or exists (select from judges j join conflicts_of_interest c on c.judge_id = j.id
      where j.user_id = person and c.entry_id = entry)
$$;

-- An unlock begins as a request with its reason, ends once, and is used once; nobody asks for or approves that of an own
-- sheet, and nobody acts on that of an entry to which they have a tie.
create function sheet_unlock_goes_forward() returns trigger language plpgsql as $$
declare
  v_actor uuid;
begin
  if tg_op = 'INSERT' then
    v_actor := new.requested_by;
    if new.outcome is not null or new.sheet_id is not null or new.reason is null then
      raise exception 'an unlock begins as a request' using errcode = '23514', constraint = 'sheet_unlocks_forward';
    end if;
  elsif (new.id, new.assignment_id, new.revision, new.hours, new.requested_by, new.requested_at)
          is distinct from (old.id, old.assignment_id, old.revision, old.hours, old.requested_by, old.requested_at)
      or old.outcome is not null
        and (new.outcome, new.ended_by, new.ended_at, new.expires_at)
          is distinct from (old.outcome, old.ended_by, old.ended_at, old.expires_at)
      or old.sheet_id is not null and new.sheet_id is distinct from old.sheet_id then
    raise exception 'an unlock ends once and is used once' using errcode = '23514', constraint = 'sheet_unlocks_forward';
  end if;
  if exists (select from assignments a join judges j on j.id = a.judge_id where a.id = new.assignment_id
      and j.user_id in (new.requested_by, case when new.outcome = 'approved' then new.ended_by end)) then
    raise exception 'nobody unlocks an own sheet' using errcode = '23514', constraint = 'sheet_unlocks_not_oneself';
  end if;
  -- A tie that comes later undoes no act: what was approved can still be used.
  if tg_op = 'UPDATE' and old.outcome is null then
    v_actor := new.ended_by;
  end if;
  if exists (select from assignments a join stage_entries se on se.id = a.stage_entry_id
      where a.id = new.assignment_id and has_tie(v_actor, se.entry_id)) then
    raise exception 'who has a tie to an entry hands its case to another'
      using errcode = '23514', constraint = 'sheet_unlocks_no_tie';
  end if;
  return new;
end $$;
create trigger sheet_unlocks_forward before insert or update on sheet_unlocks
  for each row execute function sheet_unlock_goes_forward();

-- The reason for an unlock stays as it was given; it may be erased.
create function sheet_unlock_keeps_reason() returns trigger language plpgsql as $$
begin
  if new.reason is not null and new.reason is distinct from old.reason then
    raise exception 'the reason for an unlock stays' using errcode = '23514', constraint = 'sheet_unlocks_keep_reason';
  end if;
  return new;
end $$;
create trigger sheet_unlocks_keep_reason before update of reason on sheet_unlocks
  for each row execute function sheet_unlock_keeps_reason();

create function sheet_unlock_stays() returns trigger language plpgsql as $$
begin
  raise exception 'an unlock stays' using errcode = '23514', constraint = 'sheet_unlocks_stay';
end $$;
create trigger sheet_unlocks_stay before delete on sheet_unlocks
  for each row execute function sheet_unlock_stays();

-- Until when a sheet stands open beyond its stage's judging; null where it doesn't.
create function sheet_unlocked_until(assignment uuid, at timestamptz) returns timestamptz language sql stable as $$
  select max(u.expires_at) from sheet_unlocks u
   where u.assignment_id = assignment and u.outcome = 'approved' and u.sheet_id is null and u.expires_at > at
$$;

-- Whether a stage's result has been used: by an advancement, or by a frozen list.
create function stage_is_settled(stage uuid) returns boolean language sql stable as $$
  select exists (select from stage_entries x where x.stage_id = stage and x.outcome in ('advanced', 'not-advanced'))
    or exists (select from award_list_runs l join tally_runs r on r.id = l.run_id where r.stage_id = stage)
$$;
`;

const submit = /* sql */ `
drop function submit_score_sheet(uuid, text, text, bytea, uuid, uuid, integer, bytea, uuid, jsonb, numeric,
  uuid, text, bytea, uuid);

-- As before, and now: after judging has ended an unlock lets one revision in. The event of such a sheet names the
-- unlock, so whoever submits without it is told which one there is.
create function submit_score_sheet(
  p_user uuid, p_route text, p_key text, p_body_hash bytea,
  p_assignment uuid, p_judge uuid, p_seen_revision integer, p_rules_hash bytea,
  p_sheet uuid, p_scores jsonb, p_deduction numeric,
  p_event uuid, p_canonical text, p_event_hash bytea, p_pending uuid, p_unlock uuid default null,
  out outcome text, out revision integer, out receipt bytea, out submitted_at timestamptz, out detail jsonb
) language plpgsql as $$
declare
  v_known idempotency_keys;
  v_assignment assignments;
  v_entry entries;
  v_window windows;
  v_rules rules_versions;
  v_at timestamptz;
  v_is_open boolean;
  v_unlock uuid;
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
    v_is_open := coalesce(window_is_open(v_window, v_at), false);
    if not v_is_open then
      select u.id into v_unlock from sheet_unlocks u
       where u.assignment_id = v_assignment.id and u.outcome = 'approved' and u.sheet_id is null and u.expires_at > v_at
       order by u.expires_at desc limit 1;
    end if;
    outcome := case
      when v_entry.state <> 'submitted' then 'entry-withdrawn'
      when has_conflict(p_judge, v_entry.id) then 'conflict-of-interest'
      when not v_is_open and v_unlock is null then
        case when v_window.closed_at is not null or v_window.deadline_at < v_at
             then 'deadline-passed' else 'window-not-open' end
      when not v_is_open and stage_is_settled(v_assignment.stage_id) then 'result-used'
      when v_rules.hash is distinct from p_rules_hash then 'rules-changed'
      when revision <> p_seen_revision then 'revision-stale'
      when v_unlock is distinct from p_unlock then 'unlock-unnamed'
    end;
  end if;
  if outcome is not null then
    delete from idempotency_keys k where k.user_id = p_user and k.route = p_route and k.key = p_key;
    if outcome = 'revision-stale' then
      detail := stored_score_sheet(v_assignment.id);
    elsif outcome = 'unlock-unnamed' then
      detail := jsonb_build_object('unlock', v_unlock);
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
  if v_unlock is not null then
    update sheet_unlocks set sheet_id = p_sheet where id = v_unlock;
  end if;
end $$;
`;

export class SheetUnlocks1764000000309 implements MigrationInterface {
  readonly name = 'SheetUnlocks1764000000309';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(rules);
    await runner.query(submit);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
