import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- To whom an edition can pass entries on. A name is never changed: what a team allowed is for the office it read of.
create table receiving_offices (
  id uuid primary key,
  public_id uuid not null unique default gen_random_uuid(),
  edition_id uuid not null references editions (id),
  kind text not null constraint receiving_offices_kind check (kind in ('district', 'park', 'investor', 'other')),
  name_zh text not null constraint receiving_offices_name_zh check (length(name_zh) between 1 and 120),
  name_en text not null constraint receiving_offices_name_en check (length(name_en) between 1 and 120),
  added_by uuid not null,
  recorded_at timestamptz not null default now(),
  closed_by uuid,
  closed_at timestamptz,
  constraint receiving_offices_closed check ((closed_by is null) = (closed_at is null))
);
create unique index receiving_offices_named on receiving_offices (edition_id, lower(name_zh)) where closed_at is null;
create unique index receiving_offices_named_en on receiving_offices (edition_id, lower(name_en)) where closed_at is null;

-- That a team lets its entry be passed on to one office: no row, not allowed. Who allowed it can be erased.
create table passing_consents (
  id uuid primary key,
  entry_id uuid not null references entries (id) on delete cascade,
  office_id uuid not null references receiving_offices (id),
  -- Of the wording that was agreed to.
  version text not null,
  given_by uuid references users (id) on delete set null,
  given_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  constraint passing_consents_withdrawal check (withdrawn_at >= given_at)
);
create unique index passing_consents_standing on passing_consents (entry_id, office_id) where withdrawn_at is null;
create index passing_consents_office on passing_consents (office_id);
`;

export class ReceivingOffices1764000000244 implements MigrationInterface {
  readonly name = 'ReceivingOffices1764000000244';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
