import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- What a translation renders: by it a translation knows whether the original still says the same.
create function entry_original_hash(entry entries) returns bytea language sql stable as $$
  select sha256(convert_to(jsonb_build_array(entry.language, entry.title, entry.summary)::text, 'UTF8'))
$$;

-- Title and summary in the entry's other language, each wording by itself; the latest one counts. The original prevails.
create table entry_translations (
  id uuid primary key,
  entry_id uuid not null references entries (id) on delete cascade,
  number integer not null constraint entry_translations_number check (number >= 1),
  language text not null constraint entry_translations_language check (language in ('zh', 'en')),
  title text not null constraint entry_translations_title check (length(title) between 1 and 200),
  summary text not null default '' constraint entry_translations_summary check (length(summary) <= 4000),
  author text not null constraint entry_translations_author check (author in ('team', 'office', 'machine')),
  written_by uuid not null,
  original_hash bytea not null constraint entry_translations_original_hash check (length(original_hash) = 32),
  recorded_at timestamptz not null default now(),
  unique (entry_id, number)
);

-- By the team: that a wording renders the original as it stood then.
create table entry_translation_confirmations (
  id uuid primary key,
  translation_id uuid not null references entry_translations (id) on delete cascade,
  original_hash bytea not null
    constraint entry_translation_confirmations_original_hash check (length(original_hash) = 32),
  -- Of the entry; 0 while it is a draft.
  entry_version integer not null constraint entry_translation_confirmations_version check (entry_version >= 0),
  confirmed_by uuid not null,
  confirmed_at timestamptz not null default now()
);
create index entry_translation_confirmations_of on entry_translation_confirmations (translation_id, confirmed_at);

-- Every entry with its latest translation, if that is not in the original's own language, and how it stands.
create view entry_translation_standings as
  select e.id as entry_id, e.language as original_language, t.id as translation_id, t.number, t.language, t.title,
    t.summary, t.author, t.recorded_at as written_at, c.confirmed_at, c.entry_version as confirmed_version,
    case when t.id is null then 'missing'
      when e.summary <> '' and t.summary = '' then 'incomplete'
      when coalesce(c.original_hash, t.original_hash) <> entry_original_hash(e) then 'outdated'
      when c.id is null then 'unconfirmed'
      else 'confirmed' end as state
  from entries e
  left join lateral (select * from entry_translations x where x.entry_id = e.id order by x.number desc limit 1) t
    on t.language <> e.language
  left join lateral (select * from entry_translation_confirmations y where y.translation_id = t.id
    order by y.confirmed_at desc, y.id desc limit 1) c on true;
`;

export class EntryTranslations1764000000285 implements MigrationInterface {
  readonly name = 'EntryTranslations1764000000285';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
