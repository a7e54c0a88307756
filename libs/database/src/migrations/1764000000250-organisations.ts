import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- One that was merged stays, and points to the one it was merged into: undone, everything is as it was.
create table organisations (
  id uuid primary key,
  code char(18) unique constraint organisations_code check (code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  country_code char(2) constraint organisations_country check (country_code ~ '^[A-Z]{2}$'),
  parent_id uuid references organisations (id) constraint organisations_parent check (parent_id <> id),
  merged_into uuid references organisations (id) constraint organisations_merge check (merged_into <> id),
  version integer not null default 1 constraint organisations_version check (version >= 1),
  recorded_at timestamptz not null default now()
);
create index organisations_parent_id on organisations (parent_id);
create index organisations_merged_into on organisations (merged_into);

-- key and grams are made by libs/domain from the text; a name that was removed stays for the history.
create table organisation_names (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  kind text not null constraint organisation_names_kind
    check (kind in ('canonical', 'name', 'abbreviation', 'misspelling', 'former-name')),
  language text not null constraint organisation_names_language check (language in ('zh', 'en', 'other')),
  text text not null constraint organisation_names_text check (length(text) between 1 and 200),
  key text not null constraint organisation_names_key_given check (key <> ''),
  grams text[] not null,
  removed_at timestamptz,
  recorded_at timestamptz not null default now(),
  constraint organisation_names_canonical check (kind <> 'canonical' or language in ('zh', 'en'))
);
create unique index organisation_names_one_canonical on organisation_names (organisation_id, language)
  where kind = 'canonical' and removed_at is null;
create unique index organisation_names_once on organisation_names (organisation_id, language, key)
  where removed_at is null;
create index organisation_names_key on organisation_names (key) where removed_at is null;
create index organisation_names_grams on organisation_names using gin (grams) where removed_at is null;

-- What the office did, by ids and codes alone.
create table organisation_acts (
  id uuid primary key,
  organisation_id uuid not null references organisations (id),
  kind text not null constraint organisation_acts_kind
    check (kind in ('registered', 'changed', 'named', 'name-removed', 'merged', 'separated')),
  detail jsonb not null,
  acted_by uuid not null,
  event_id uuid not null,
  recorded_at timestamptz not null default now()
);
create index organisation_acts_of on organisation_acts (organisation_id, recorded_at);

alter table entries add column nominating_body_id uuid references organisations (id);
create index entries_nominating_body_id on entries (nominating_body_id);
alter table team_members add column organisation_id uuid references organisations (id);
create index team_members_organisation_id on team_members (organisation_id);

-- Which organisation one stands for today, however often it was merged.
create view organisation_survivors as
with recursive chain (id, survivor_id) as (
  select id, id from organisations where merged_into is null
  union all
  select o.id, c.survivor_id from chain c join organisations o on o.merged_into = c.id
)
select id, survivor_id from chain;

-- Every organisation that stands, with itself and what it is a branch of, at any height.
create view organisation_lines as
with recursive line (id, ancestor_id) as (
  select id, id from organisations where merged_into is null
  union
  select l.id, s.survivor_id from line l join organisations o on o.id = l.ancestor_id
  join organisation_survivors s on s.id = o.parent_id
)
select id, ancestor_id from line;

-- What any organisation is called today; the other language's name where it has none in one.
create view organisation_labels as
select s.id, s.survivor_id, coalesce(zh.text, en.text) as name_zh, coalesce(en.text, zh.text) as name_en
from organisation_survivors s
left join organisation_names zh on zh.organisation_id = s.survivor_id and zh.kind = 'canonical' and zh.language = 'zh'
  and zh.removed_at is null
left join organisation_names en on en.organisation_id = s.survivor_id and en.kind = 'canonical' and en.language = 'en'
  and en.removed_at is null;
`;

export class Organisations1764000000250 implements MigrationInterface {
  readonly name = 'Organisations1764000000250';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
