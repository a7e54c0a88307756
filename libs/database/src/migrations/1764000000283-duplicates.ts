import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- By what submitted entries are found that have something in common. Made by libs/submission from what it is made of, and
-- made anew when that changes: grams of titles, SHA-256 of files, readings of names, digests of addresses and telephones.
-- Grams are our own and not pg_trgm's, which under the locale C (stock servers, and the embedded one outside Linux) sees
-- no Chinese character at all.
create table duplicate_keys (
  kind text not null constraint duplicate_keys_kind
    check (kind in ('title', 'file', 'name', 'person', 'email', 'phone', 'account')),
  key text not null constraint duplicate_keys_key check (key <> ''),
  edition_id uuid not null,
  entry_id uuid not null,
  primary key (kind, key, edition_id, entry_id),
  foreign key (entry_id, edition_id) references entries (id, edition_id) on delete cascade
);
create index duplicate_keys_entry on duplicate_keys (entry_id);

-- Every two entries that have something in common, once from the view of either: how much each kind of it says, from
-- 1 (weak) to 3 (strong), 0 where there is none. What it is, is read from the entries themselves.
create table duplicate_pairs (
  entry_id uuid not null,
  other_id uuid not null,
  edition_id uuid not null,
  other_edition_id uuid not null,
  title smallint not null constraint duplicate_pairs_title check (title between 0 and 3),
  file smallint not null constraint duplicate_pairs_file check (file in (0, 3)),
  person smallint not null constraint duplicate_pairs_person check (person between 0 and 3),
  strength smallint not null,
  -- Of the titles, in percent.
  similarity smallint not null constraint duplicate_pairs_similarity check (similarity between 0 and 100),
  recorded_at timestamptz not null default now(),
  primary key (entry_id, other_id),
  constraint duplicate_pairs_two check (entry_id <> other_id),
  constraint duplicate_pairs_strength check (strength = greatest(title, file, person) and strength > 0),
  foreign key (entry_id, edition_id) references entries (id, edition_id) on delete cascade,
  foreign key (other_id, other_edition_id) references entries (id, edition_id) on delete cascade
);
create index duplicate_pairs_other on duplicate_pairs (other_id);
-- An edition's list, strongest first: two entries of one edition stand in it once.
create index duplicate_pairs_listed on duplicate_pairs (edition_id, strength, similarity, entry_id, other_id)
  where edition_id <> other_edition_id or entry_id < other_id;

-- What the office says of a pair after a look, and how much spoke for it then.
create table duplicate_marks (
  id uuid primary key,
  entry_id uuid not null references entries (id) on delete cascade,
  other_id uuid not null references entries (id) on delete cascade,
  verdict text not null constraint duplicate_marks_verdict check (verdict in ('duplicate', 'not-duplicate')),
  -- May name somebody: the ledger has a salted commitment of it.
  note text not null constraint duplicate_marks_note check (length(note) <= 500),
  title smallint not null,
  file smallint not null,
  person smallint not null,
  marked_by uuid not null,
  recorded_at timestamptz not null default now(),
  undone_by uuid,
  undone_at timestamptz,
  constraint duplicate_marks_order check (entry_id < other_id),
  constraint duplicate_marks_undo check ((undone_by is null) = (undone_at is null))
);
create unique index duplicate_marks_standing on duplicate_marks (entry_id, other_id) where undone_at is null;
create index duplicate_marks_other on duplicate_marks (other_id);

-- Entries to be compared anew. Rows are only added and taken, so that an entry that changes while it is compared is
-- compared once more.
create table pending_duplicate_searches (
  id uuid primary key default gen_random_uuid(),
  entry_id uuid not null references entries (id) on delete cascade
);
create index pending_duplicate_searches_entry on pending_duplicate_searches (entry_id);
insert into pending_duplicate_searches (entry_id) select id from entries where state <> 'draft';

-- Whatever changes what is compared asks for it in its own transaction; drafts are the teams' own and in no comparison.
create function entries_change_duplicates() returns trigger language plpgsql as $$
begin
  insert into pending_duplicate_searches (entry_id)
  select distinct e.id from given g join entries e on e.id = g.entry_id where e.state <> 'draft';
  return null;
end $$;
create trigger entry_versions_duplicates after insert on entry_versions
  referencing new table as given for each statement execute function entries_change_duplicates();
create trigger team_members_duplicates_new after insert on team_members
  referencing new table as given for each statement execute function entries_change_duplicates();
create trigger team_members_duplicates_changed after update on team_members
  referencing new table as given for each statement execute function entries_change_duplicates();
create trigger team_members_duplicates_gone after delete on team_members
  referencing old table as given for each statement execute function entries_change_duplicates();

create function contacts_change_duplicates() returns trigger language plpgsql as $$
begin
  insert into pending_duplicate_searches (entry_id)
  select distinct e.id from given g join team_members m on m.public_id = g.member_id
    join entries e on e.id = m.entry_id where e.state <> 'draft';
  return null;
end $$;
create trigger member_contacts_duplicates_new after insert on member_contacts
  referencing new table as given for each statement execute function contacts_change_duplicates();
create trigger member_contacts_duplicates_changed after update on member_contacts
  referencing new table as given for each statement execute function contacts_change_duplicates();
create trigger member_contacts_duplicates_gone after delete on member_contacts
  referencing old table as given for each statement execute function contacts_change_duplicates();

create function merges_change_duplicates() returns trigger language plpgsql as $$
begin
  insert into pending_duplicate_searches (entry_id)
  select distinct e.id from organisation_survivors o
    join organisation_survivors s on s.survivor_id = o.survivor_id
    join team_members m on m.organisation_id = s.id join entries e on e.id = m.entry_id
  where o.id in (new.id, old.merged_into, new.merged_into) and e.state <> 'draft';
  return null;
end $$;
create trigger organisations_duplicates after update of merged_into on organisations for each row
  when (old.merged_into is distinct from new.merged_into) execute function merges_change_duplicates();
`;

export class Duplicates1764000000283 implements MigrationInterface {
  readonly name = 'Duplicates1764000000283';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
