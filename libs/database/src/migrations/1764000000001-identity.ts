import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
create table users (
  id uuid primary key,
  email text not null constraint users_email_lower check (email = lower(email) and length(email) between 3 and 254),
  display_name text not null constraint users_display_name_length check (length(display_name) between 1 and 120),
  locale text not null default 'zh' constraint users_locale check (locale in ('zh', 'en')),
  is_demo boolean not null default false,
  disabled_at timestamptz,
  recorded_at timestamptz not null default now()
);
create unique index users_email_key on users (email);

create table credentials (
  user_id uuid primary key references users (id) on delete cascade,
  password_hash text not null constraint credentials_argon2id check (password_hash like '$argon2id$%'),
  changed_at timestamptz not null default now()
);

-- A session is known by the hash of its token: reading this table lets nobody in.
create table sessions (
  token_hash bytea primary key constraint sessions_token_hash check (length(token_hash) = 32),
  user_id uuid not null references users (id) on delete cascade,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index sessions_user_id on sessions (user_id);

create table one_time_links (
  token_hash bytea primary key constraint one_time_links_token_hash check (length(token_hash) = 32),
  user_id uuid not null references users (id) on delete cascade,
  purpose text not null constraint one_time_links_purpose check (purpose in ('set-password')),
  expires_at timestamptz not null,
  used_at timestamptz,
  recorded_at timestamptz not null default now()
);

-- account_key is a hash of the address typed, known or not, so that the answer is the same for both.
create table login_attempts (
  id uuid primary key,
  account_key bytea not null,
  source_key bytea not null,
  succeeded boolean not null,
  attempted_at timestamptz not null default now()
);
create index login_attempts_account on login_attempts (account_key, attempted_at);
create index login_attempts_source on login_attempts (source_key, attempted_at);

create table idempotency_keys (
  user_id uuid not null references users (id) on delete cascade,
  route text not null,
  key text not null constraint idempotency_keys_length check (length(key) between 8 and 128),
  body_hash bytea not null constraint idempotency_keys_body_hash check (length(body_hash) = 32),
  status smallint,
  result_id uuid,
  recorded_at timestamptz not null default now(),
  primary key (user_id, route, key)
);
`;

export class Identity1764000000001 implements MigrationInterface {
  readonly name = 'Identity1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
