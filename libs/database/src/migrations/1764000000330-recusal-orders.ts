import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = /* sql */ `
-- That somebody is ordered to step back from an entry (责令回避), as a judge or as an organiser whose case goes to
-- another: ordered by one person with reason and evidence, confirmed or declined by a second. Until then whoever it
-- concerns reads nothing of the entry, and nothing is decided: sheets go on counting.
create table recusal_orders (
  id uuid primary key,
  entry_id uuid not null references entries (id),
  judge_id uuid references judges (id),
  organiser_id uuid,
  handed_to uuid,
  reason_code text not null constraint recusal_orders_reason_code check (reason_code ~ '^[a-z]+(-[a-z]+)*$'),
  -- Words of persons about persons: they may be erased, and the ledger is bound to them by a salted commitment alone.
  reason text constraint recusal_orders_reason check (length(btrim(reason)) between 1 and 500),
  evidence text constraint recusal_orders_evidence check (length(btrim(evidence)) between 1 and 1000),
  ordered_by uuid not null,
  ordered_at timestamptz not null default clock_timestamp(),
  outcome text constraint recusal_orders_outcome check (outcome in ('confirmed', 'declined', 'taken-back')),
  ended_by uuid,
  ended_at timestamptz,
  end_reason text constraint recusal_orders_end_reason check (length(btrim(end_reason)) between 1 and 500),
  constraint recusal_orders_whom check (num_nonnulls(judge_id, organiser_id) = 1
    and (organiser_id is null) = (handed_to is null) and organiser_id is distinct from ordered_by),
  constraint recusal_orders_end check ((outcome is null) = (ended_at is null) and (outcome is null) = (ended_by is null)),
  constraint recusal_orders_two_persons check (outcome is null or (outcome = 'taken-back') = (ended_by = ordered_by))
);
create unique index recusal_orders_standing on recusal_orders (entry_id, coalesce(judge_id, organiser_id))
  where outcome is null;
create index recusal_orders_judge on recusal_orders (judge_id) where outcome is null;
create index recusal_orders_organiser on recusal_orders (organiser_id) where outcome is null;
`;

const standing = /* sql */ `
-- Whether an order that awaits its second person concerns a judge and an entry, in whichever of the two roles.
create function recusal_awaits(judge uuid, entry uuid) returns boolean language sql stable as $$
  select exists (select from recusal_orders o join judges j on j.id = judge
    where o.entry_id = entry and o.outcome is null and (o.judge_id = judge or o.organiser_id = j.user_id))
$$;

-- As they were, with one thing more: an order that awaits its second person keeps whom it concerns away at once.
create or replace function has_conflict(judge uuid, entry uuid) returns boolean language sql stable as $$
  select exists (select 1 from conflicts_of_interest c where c.judge_id = judge and c.entry_id = entry)
    or exists (select 1 from judges j join team_ties t on t.user_id = j.user_id where j.id = judge and t.entry_id = entry)
    or exists (select 1 from judges j join organiser_recusals r on r.user_id = j.user_id
      where j.id = judge and r.entry_id = entry)
    or recusal_awaits(judge, entry)
$$;
create or replace function conflicted_entries(person uuid) returns setof uuid language sql stable as $$
  select t.entry_id from team_ties t where t.user_id = person
  union select c.entry_id from judges j join conflicts_of_interest c on c.judge_id = j.id where j.user_id = person
  union select r.entry_id from organiser_recusals r where r.user_id = person
  union select o.entry_id from recusal_orders o where o.organiser_id = person and o.outcome is null
  union select o.entry_id from judges j join recusal_orders o on o.judge_id = j.id and o.outcome is null
    where j.user_id = person
$$;
create or replace function viewer_is_conflicted(person uuid, entry uuid) returns boolean language sql stable as $$
  select exists (select from team_ties t where t.user_id = person and t.entry_id = entry)
    or exists (select from judges j join conflicts_of_interest c on c.judge_id = j.id
      where j.user_id = person and c.entry_id = entry)
    or exists (select from organiser_recusals r where r.user_id = person and r.entry_id = entry)
    or exists (select from recusal_orders o where o.organiser_id = person and o.entry_id = entry and o.outcome is null)
    or exists (select from judges j join recusal_orders o on o.judge_id = j.id and o.outcome is null
      where j.user_id = person and o.entry_id = entry)
$$;
`;

const rules = /* sql */ `
-- An order begins with its reason and evidence and ends once; nobody orders or ends one about themself, nor one of an
-- entry that concerns them.
create function recusal_order_goes_forward() returns trigger language plpgsql as $$
declare
  v_actor uuid;
begin
  if tg_op = 'INSERT' then
    v_actor := new.ordered_by;
    if new.outcome is not null or new.reason is null or new.evidence is null then
      raise exception 'an order begins with its reason' using errcode = '23514', constraint = 'recusal_orders_forward';
    end if;
  else
    if (new.id, new.entry_id, new.judge_id, new.organiser_id, new.handed_to, new.reason_code, new.ordered_by, new.ordered_at)
          is distinct from (old.id, old.entry_id, old.judge_id, old.organiser_id, old.handed_to, old.reason_code,
            old.ordered_by, old.ordered_at)
        or old.outcome is not null
          and (new.outcome, new.ended_by, new.ended_at) is distinct from (old.outcome, old.ended_by, old.ended_at)
        or new.reason is not null and new.reason is distinct from old.reason
        or new.evidence is not null and new.evidence is distinct from old.evidence
        or old.outcome is not null and new.end_reason is not null and new.end_reason is distinct from old.end_reason then
      raise exception 'an order ends once' using errcode = '23514', constraint = 'recusal_orders_forward';
    end if;
    if old.outcome is null and new.outcome = 'declined' and new.end_reason is null then
      raise exception 'why an order is declined is said' using errcode = '23514', constraint = 'recusal_orders_forward';
    end if;
    if old.outcome is null then
      v_actor := new.ended_by;
    end if;
  end if;
  if v_actor = new.organiser_id or exists (select from judges j where j.id = new.judge_id and j.user_id = v_actor) then
    raise exception 'nobody orders their own recusal' using errcode = '23514', constraint = 'recusal_orders_not_oneself';
  end if;
  if viewer_is_conflicted(v_actor, new.entry_id) then
    raise exception 'who has a tie to an entry hands its case to another'
      using errcode = '23514', constraint = 'recusal_orders_no_tie';
  end if;
  return new;
end $$;
create trigger recusal_orders_forward before insert or update on recusal_orders
  for each row execute function recusal_order_goes_forward();

create function recusal_order_stays() returns trigger language plpgsql as $$
begin
  raise exception 'an order stays' using errcode = '23514', constraint = 'recusal_orders_stay';
end $$;
create trigger recusal_orders_stay before delete on recusal_orders
  for each row execute function recusal_order_stays();
`;

export class RecusalOrders1764000000330 implements MigrationInterface {
  readonly name = 'RecusalOrders1764000000330';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(standing);
    await runner.query(rules);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
