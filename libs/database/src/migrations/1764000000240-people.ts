import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- Somebody who asked for an account and has not confirmed the address yet. One address may stand here several times:
-- the first that is confirmed with its own password becomes the account.
create table registrations (
  id uuid primary key,
  token_hash bytea not null unique constraint registrations_token_hash check (length(token_hash) = 32),
  email text not null constraint registrations_email check (email = lower(email) and length(email) between 3 and 254),
  display_name text not null constraint registrations_display_name check (length(display_name) between 1 and 120),
  password_hash text not null constraint registrations_argon2id check (password_hash like '$argon2id$%'),
  locale text not null constraint registrations_locale check (locale in ('zh', 'en')),
  is_demo boolean not null,
  -- What was agreed to, and which wording of the notice was read.
  purposes text[] not null,
  notice_version text not null,
  expires_at timestamptz not null,
  recorded_at timestamptz not null default now()
);
create index registrations_of_address on registrations (email, recorded_at);

-- What a person agreed to, each purpose by itself: for the account, or for one entry.
create table consents (
  id uuid primary key,
  user_id uuid not null references users (id) on delete cascade,
  entry_id uuid references entries (id) on delete cascade,
  purpose text not null constraint consents_purpose check (purpose in ('account', 'storage-in-china',
    'publish-name', 'pass-to-district', 'pass-to-investor', 'live-broadcast')),
  basis text not null constraint consents_basis check (basis in ('contract', 'consent', 'separate-consent')),
  -- Of the wording that was agreed to.
  version text not null,
  given_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  constraint consents_scope check ((entry_id is null) = (purpose in ('account', 'storage-in-china'))),
  constraint consents_withdrawal check (withdrawn_at >= given_at)
);
create unique index consents_standing on consents (user_id, purpose, entry_id) nulls not distinct where withdrawn_at is null;
create index consents_of_entry on consents (entry_id);

-- The row's id belongs to what a version froze of a person (role, name, organisation) and changes with it; public_id is
-- the person in the team, and stays.
alter table team_members
  add column public_id uuid not null default gen_random_uuid() unique,
  -- Empty where the name was never written by an application that knows the key.
  add column sort_key text not null default '',
  add column latin_name text constraint team_members_latin_name check (length(latin_name) between 1 and 200),
  add column country_code char(2) constraint team_members_country check (country_code ~ '^[A-Z]{2}$'),
  -- Who has joined; of the lead, entries.lead_user_id says it.
  add column user_id uuid references users (id) on delete set null,
  add column joined_at timestamptz,
  add column may_edit boolean not null default false,
  add constraint team_members_lead_joins check (role <> 'lead' or (user_id is null and not may_edit)),
  add constraint team_members_editor check (user_id is not null or not may_edit),
  drop constraint team_members_entry_id_position_key,
  add constraint team_members_entry_id_position_key unique (entry_id, position) deferrable initially immediate;
create unique index team_members_joined on team_members (user_id, entry_id) where user_id is not null;

-- An account that goes takes its rights with it, as the check above asks.
create function team_member_account_gone() returns trigger language plpgsql as $$
begin
  if new.user_id is null and old.user_id is not null then
    new.may_edit := false;
    new.joined_at := null;
  end if;
  return new;
end $$;
create trigger team_members_account_gone before update of user_id on team_members
  for each row execute function team_member_account_gone();

create table member_contacts (
  member_id uuid primary key references team_members (public_id) on delete cascade,
  -- E.164.
  phone text constraint member_contacts_phone check (phone ~ '^[+][1-9][0-9]{6,14}$'),
  email text constraint member_contacts_email check (length(email) between 3 and 254),
  recorded_at timestamptz not null default now(),
  constraint member_contacts_any check (phone is not null or email is not null)
);

create table team_invitations (
  id uuid primary key,
  public_id uuid not null unique,
  entry_id uuid not null references entries (id) on delete cascade,
  member_id uuid not null references team_members (public_id) on delete cascade,
  token_hash bytea not null unique constraint team_invitations_token_hash check (length(token_hash) = 32),
  -- Slow to make, as a code is short.
  code_hash bytea not null unique constraint team_invitations_code_hash check (length(code_hash) = 32),
  -- Of the link in the letter, which is another than the one on the page.
  mail_token_hash bytea unique constraint team_invitations_mail_token_hash check (length(mail_token_hash) = 32),
  invited_by uuid not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  accepted_at timestamptz,
  recorded_at timestamptz not null default now(),
  constraint team_invitations_end check (revoked_at is null or accepted_at is null)
);
create unique index team_invitations_open on team_invitations (member_id) where revoked_at is null and accepted_at is null;
create index team_invitations_of_entry on team_invitations (entry_id, recorded_at);

-- Whom a team asks to be kept away from its entry as judges: three at most, by the key.
create table avoidances (
  entry_id uuid not null references entries (id) on delete cascade,
  position smallint not null constraint avoidances_at_most_three check (position between 1 and 3),
  kind text not null constraint avoidances_kind check (kind in ('person', 'employer')),
  name text not null constraint avoidances_name check (length(name) between 1 and 200),
  reason text not null constraint avoidances_reason check (length(reason) between 1 and 500),
  recorded_at timestamptz not null default now(),
  primary key (entry_id, position)
);

-- Who of a team reads its entry, and who changes it.
create function entry_is_read_by(entry entries, person uuid) returns boolean language sql stable as $$
  select coalesce(entry.lead_user_id = person, false)
    or exists (select from team_members m where m.entry_id = entry.id and m.user_id = person)
$$;
create function entry_is_edited_by(entry entries, person uuid) returns boolean language sql stable as $$
  select coalesce(entry.lead_user_id = person, false)
    or exists (select from team_members m where m.entry_id = entry.id and m.user_id = person and m.may_edit)
$$;
`;

export class People1764000000240 implements MigrationInterface {
  readonly name = 'People1764000000240';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
