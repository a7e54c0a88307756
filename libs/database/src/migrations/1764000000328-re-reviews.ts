import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = /* sql */ `
-- That the judges of an entry are asked to look at it again (复评), each alone and without another's scores, because their
-- totals lie far apart. Nothing of what stands is deleted: whoever has submitted again since has done so. Ended: called off.
create table re_reviews (
  id uuid primary key,
  stage_entry_id uuid not null references stage_entries (id),
  stage_id uuid not null references stages (id),
  reason text constraint re_reviews_reason check (length(btrim(reason)) between 1 and 500),
  ordered_by uuid not null,
  ordered_at timestamptz not null default clock_timestamp(),
  ended_by uuid,
  ended_at timestamptz,
  constraint re_reviews_end check ((ended_by is null) = (ended_at is null))
);
create index re_reviews_entry on re_reviews (stage_entry_id);
create index re_reviews_stage on re_reviews (stage_id, ordered_at);
`;

const rules = /* sql */ `
-- A re-review begins with its reason and is called off once, by nobody whom the entry concerns; the reason may be erased.
create function re_review_goes_forward() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and (new.ended_at is not null or new.reason is null)
      or tg_op = 'UPDATE' and ((new.id, new.stage_entry_id, new.stage_id, new.ordered_by, new.ordered_at)
          is distinct from (old.id, old.stage_entry_id, old.stage_id, old.ordered_by, old.ordered_at)
        or new.reason is not null and new.reason is distinct from old.reason
        or old.ended_at is not null and (new.ended_at, new.ended_by) is distinct from (old.ended_at, old.ended_by)) then
    raise exception 'a re-review stays as it was ordered and ends once'
      using errcode = '23514', constraint = 're_reviews_forward';
  end if;
  if exists (select from stage_entries se where se.id = new.stage_entry_id and viewer_is_conflicted(
      case when tg_op = 'INSERT' then new.ordered_by when old.ended_by is null then new.ended_by end, se.entry_id)) then
    raise exception 'who has a tie to an entry hands its case to another'
      using errcode = '23514', constraint = 're_reviews_no_tie';
  end if;
  return new;
end $$;
create trigger re_reviews_forward before insert or update on re_reviews
  for each row execute function re_review_goes_forward();

create function re_review_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a re-review stays' using errcode = '23514', constraint = 're_reviews_stay';
end $$;
create trigger re_reviews_stay before delete on re_reviews
  for each row execute function re_review_stays();

-- Whether a judge's newest sheet of an entry came before a re-review that still stands.
create function asks_again(stage_entry uuid, submitted_at timestamptz) returns boolean language sql stable as $$
  select exists (select from re_reviews r
    where r.stage_entry_id = stage_entry and r.ended_at is null and submitted_at <= r.ordered_at)
$$;
`;

export class ReReviews1764000000328 implements MigrationInterface {
  readonly name = 'ReReviews1764000000328';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(rules);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
