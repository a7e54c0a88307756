import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = /* sql */ `
-- A draw of judges, of panels or of the order of appearance: by a public seed that nobody knew when the pool was fixed,
-- or by hand with a video or scan; recorded by one person, confirmed by another, and only then in effect.
create table draws (
  id uuid primary key,
  stage_id uuid not null references stages (id),
  number integer not null constraint draws_number check (number >= 1),
  kind text not null constraint draws_kind check (kind in ('judges', 'judge-panels', 'entry-panels', 'order')),
  panel_id uuid,
  way text not null constraint draws_way check (way in ('seed', 'hand')),
  state text not null constraint draws_state check (state in ('committed', 'drawn', 'confirmed', 'taken-back')),
  -- The pool without names, and every rule: what the hash is of.
  document jsonb not null,
  document_hash bytea not null constraint draws_document_hash check (length(document_hash) = 32),
  seed_source text constraint draws_seed_source check (length(btrim(seed_source)) between 1 and 300),
  seed_known_from timestamptz,
  seed text constraint draws_seed check (length(seed) between 1 and 200),
  drawn_at timestamptz,
  place text constraint draws_place check (length(btrim(place)) between 1 and 200),
  drawer text constraint draws_drawer check (length(btrim(drawer)) between 1 and 100),
  supervisor text constraint draws_supervisor check (length(btrim(supervisor)) between 1 and 100),
  -- Why an earlier draw is drawn anew.
  reason text constraint draws_reason check (length(btrim(reason)) between 1 and 500),
  replaces_id uuid references draws (id),
  replaced_at timestamptz,
  recorded_by uuid not null,
  recorded_at timestamptz not null default clock_timestamp(),
  seeded_by uuid,
  ended_by uuid,
  ended_at timestamptz,
  -- Why it was taken back.
  end_reason text constraint draws_end_reason check (length(btrim(end_reason)) between 1 and 500),
  constraint draws_panel foreign key (panel_id, stage_id) references panels (id, stage_id),
  constraint draws_panel_of_judges check (panel_id is null or kind = 'judges'),
  constraint draws_seeded check (way = 'hand' or (seed_known_from is not null
    and (state in ('committed', 'taken-back') or seed is not null))),
  constraint draws_by_hand check (way = 'seed' or (seed is null and seed_source is null and seed_known_from is null
    and state <> 'committed')),
  constraint draws_seed_person check ((seed is null) = (seeded_by is null)),
  -- A seed that could be known when the pool was fixed could have been chosen.
  constraint draws_seed_later check (seed_known_from is null or seed_known_from > recorded_at),
  constraint draws_end check ((state in ('confirmed', 'taken-back')) = (ended_by is not null)
    and (ended_by is null) = (ended_at is null)),
  constraint draws_two_persons check (state <> 'confirmed' or (ended_by <> recorded_by
    and ended_by is distinct from seeded_by)),
  constraint draws_replaced check (replaced_at is null or state = 'confirmed'),
  unique (stage_id, number),
  unique (id, stage_id)
);
create unique index draws_open on draws (stage_id, kind, coalesce(panel_id, stage_id))
  where state in ('committed', 'drawn');
create unique index draws_standing on draws (stage_id, kind, coalesce(panel_id, stage_id))
  where state = 'confirmed' and replaced_at is null;

-- What became of each member of the pool, in the order of the minute.
create table draw_lines (
  draw_id uuid not null,
  stage_id uuid not null,
  position integer not null constraint draw_lines_position check (position >= 1),
  -- As in the document: what tickets are made of.
  member text not null,
  judge_id uuid references judges (id),
  stage_entry_id uuid references stage_entries (id) on delete set null,
  ticket bytea constraint draw_lines_ticket check (length(ticket) = 32),
  outcome text not null constraint draw_lines_outcome check (outcome in
    ('seat', 'reserve', 'excluded', 'employer-full', 'kind-seats-only', 'not-needed', 'panel', 'place')),
  panel_id uuid,
  place integer constraint draw_lines_place check (place >= 1),
  primary key (draw_id, position),
  unique (draw_id, member),
  foreign key (draw_id, stage_id) references draws (id, stage_id),
  foreign key (panel_id, stage_id) references panels (id, stage_id)
);
create index draw_lines_judge on draw_lines (judge_id);
create index draw_lines_entry on draw_lines (stage_entry_id);

-- Who was called in the place of a drawn judge who will not come, in the order drawn.
create table draw_calls (
  id uuid primary key,
  draw_id uuid not null references draws (id),
  left_judge_id uuid not null references judges (id),
  called_judge_id uuid not null references judges (id),
  -- Reserves before, who could not be called, with the reason of each.
  passed jsonb not null default '[]',
  absence text not null,
  called_by uuid not null,
  called_at timestamptz not null default clock_timestamp(),
  unique (draw_id, left_judge_id),
  unique (draw_id, called_judge_id)
);

-- Videos and scans of a draw by hand, and signed minutes.
create table draw_files (
  id uuid primary key,
  draw_id uuid not null references draws (id),
  name text not null,
  media_type text not null,
  size bigint not null constraint draw_files_size check (size > 0),
  sha256 bytea not null constraint draw_files_sha256 check (length(sha256) = 32),
  storage_key text not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null default clock_timestamp()
);
create index draw_files_draw on draw_files (draw_id);
`;

const rules = /* sql */ `
-- A draw goes forward: what was fixed stays fixed, its seed is given once, and it ends once.
create function draw_goes_forward() returns trigger language plpgsql as $$
begin
  if (new.id, new.stage_id, new.number, new.kind, new.panel_id, new.way, new.document, new.document_hash,
        new.seed_known_from, new.replaces_id, new.recorded_by, new.recorded_at)
      is distinct from (old.id, old.stage_id, old.number, old.kind, old.panel_id, old.way, old.document,
        old.document_hash, old.seed_known_from, old.replaces_id, old.recorded_by, old.recorded_at)
    or (old.seed is not null and new.seed is distinct from old.seed)
    or (old.state in ('confirmed', 'taken-back') and (new.state, new.ended_by, new.ended_at)
      is distinct from (old.state, old.ended_by, old.ended_at))
    or (old.replaced_at is not null and new.replaced_at is distinct from old.replaced_at)
    or (old.state = 'committed' and new.state = 'confirmed') or (old.state = 'drawn' and new.state = 'committed') then
    raise exception 'a draw goes forward' using errcode = '23514', constraint = 'draws_forward';
  end if;
  -- By the database's clock: nobody enters a seed before it can be known.
  if old.seed is null and new.seed is not null and clock_timestamp() < new.seed_known_from then
    raise exception 'a seed is given once it is known' using errcode = '23514', constraint = 'draws_seed_early';
  end if;
  return new;
end $$;
create trigger draws_forward before update on draws for each row execute function draw_goes_forward();

-- What was drawn stays as it was drawn.
create function draw_line_stays() returns trigger language plpgsql as $$
begin
  if (new.draw_id, new.position, new.member, new.judge_id, new.ticket, new.outcome, new.panel_id, new.place)
      is distinct from (old.draw_id, old.position, old.member, old.judge_id, old.ticket, old.outcome, old.panel_id, old.place) then
    raise exception 'what was drawn stays' using errcode = '23514', constraint = 'draw_lines_stay';
  end if;
  return new;
end $$;
create trigger draw_lines_stay before update on draw_lines for each row execute function draw_line_stays();

-- How the draws that stand place a judge in a stage; null: there the judges were not drawn. A judge who was called has a
-- seat, one in whose place somebody was called has none: each draw by itself, and a called judge may leave as well.
create function drawn_place(stage uuid, judge uuid) returns text language sql stable as $$
  with standing as (
    select d.id from draws d
     where d.stage_id = stage and d.kind = 'judges' and d.state = 'confirmed' and d.replaced_at is null)
  select case
    when not exists (select from standing) then null
    when exists (select from standing s where not exists (select from draw_calls c
        where c.draw_id = s.id and c.left_judge_id = judge)
      and (exists (select from draw_calls c where c.draw_id = s.id and c.called_judge_id = judge)
        or exists (select from draw_lines l where l.draw_id = s.id and l.judge_id = judge and l.outcome = 'seat')))
      then 'seat'
    when exists (select from standing s join draw_calls c on c.draw_id = s.id where c.left_judge_id = judge) then 'not-drawn'
    when exists (select from panel_judges j join panels p on p.id = j.panel_id
      where j.judge_id = judge and p.stage_id = stage) then 'seat'
    when exists (select from standing s join draw_lines l on l.draw_id = s.id
      where l.judge_id = judge and l.outcome = 'reserve') then 'reserve'
    else 'not-drawn' end
$$;
`;

export class Draws1764000000320 implements MigrationInterface {
  readonly name = 'Draws1764000000320';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(rules);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
