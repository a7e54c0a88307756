import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- For how many hours after the deadline an edition still takes drafts, marked as late. The newest row stands; none: 0.
create table late_entry_rules (
  id uuid primary key,
  edition_id uuid not null references editions (id),
  hours smallint not null constraint late_entry_rules_hours check (hours between 0 and 720),
  set_by uuid not null,
  recorded_at timestamptz not null default now()
);
create index late_entry_rules_edition on late_entry_rules (edition_id, recorded_at, id);

-- The office lets one entry in after the deadline; the latest time of its rows counts. The reason may name somebody.
create table entry_extensions (
  id uuid primary key,
  entry_id uuid not null references entries (id) on delete cascade,
  until timestamptz not null,
  reason text not null constraint entry_extensions_reason check (length(reason) between 1 and 500),
  granted_by uuid not null,
  recorded_at timestamptz not null default now()
);
create index entry_extensions_entry on entry_extensions (entry_id);

alter table entries add column is_late boolean not null default false,
  add constraint entries_late check (not is_late or state <> 'draft');

create function late_entry_hours(p_edition uuid) returns integer language sql stable as $$
  select coalesce((select r.hours from late_entry_rules r where r.edition_id = p_edition
    order by r.recorded_at desc, r.id desc limit 1), 0)::integer
$$;

-- When an entry window ended or will end by itself; null while only an organiser can end it.
create function entry_window_ends_at(w windows) returns timestamptz language sql immutable as $$
  select least(w.closed_at, w.deadline_at)
$$;

-- What an entry (null: one that is not begun yet) may do at a moment: the one place that says so.
--   early: the window has not opened. open: it is open. extended: the office lets this entry in.
--   late: drafts are still taken, and marked; what was submitted late may be changed. closed: nothing is taken.
create function entry_phase(p_edition uuid, p_entry uuid, p_at timestamptz) returns text language sql stable as $$
  select case
    when w.opened_at is null or p_at < w.opened_at then 'early'
    when window_is_open(w, p_at) then 'open'
    when exists (select from entry_extensions x where x.entry_id = p_entry and p_at <= x.until) then 'extended'
    when p_at <= entry_window_ends_at(w) + make_interval(hours => late_entry_hours(p_edition))
      and (p_entry is null or exists (select from entries e where e.id = p_entry and (e.state = 'draft' or e.is_late)))
      then 'late'
    else 'closed' end
  from windows w where w.edition_id = p_edition and w.kind = 'entry'
$$;
`;

export class EntryDeadlines1764000000280 implements MigrationInterface {
  readonly name = 'EntryDeadlines1764000000280';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
