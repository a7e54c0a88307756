import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- What an edition has set instead of the platform's own: each version stands, the highest one counts. Rules that the
-- office words itself, without personal data.
create table edition_settings (
  id uuid primary key,
  edition_id uuid not null references editions (id),
  name text not null constraint edition_settings_name check (name in ('eligibility', 'reminders', 'due-diligence')),
  version integer not null constraint edition_settings_version check (version >= 1),
  document jsonb not null,
  set_by uuid not null,
  recorded_at timestamptz not null default now(),
  constraint edition_settings_one unique (edition_id, name, version)
);
insert into edition_settings (id, edition_id, name, version, document, set_by, recorded_at)
select gen_random_uuid(), edition_id, 'eligibility', version, document, updated_by, recorded_at from eligibility_settings
union all select gen_random_uuid(), edition_id, 'reminders', version, to_jsonb(hours), updated_by, recorded_at from reminder_settings
union all select gen_random_uuid(), edition_id, 'due-diligence', version, checklist, updated_by, recorded_at from due_diligence_settings;
drop table eligibility_settings, reminder_settings, due_diligence_settings;

-- Null where the edition has set nothing.
create function edition_setting(edition uuid, setting text) returns jsonb language sql stable as $$
  select s.document from edition_settings s where s.edition_id = edition and s.name = setting order by s.version desc limit 1
$$;
`;

export class EditionSettings1764000000288 implements MigrationInterface {
  readonly name = 'EditionSettings1764000000288';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
