import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- Entries that came into a later stage without the ones before it (直通). Reason and evidence may name somebody, so they
-- can be erased; the ledger holds a commitment to them.
create table direct_entries (
  id uuid primary key,
  edition_id uuid not null,
  stage_id uuid not null,
  entry_id uuid not null,
  reason text not null constraint direct_entries_reason check (length(reason) between 1 and 500),
  evidence text not null constraint direct_entries_evidence check (length(evidence) between 1 and 2000),
  granted_by uuid not null,
  recorded_at timestamptz not null default now(),
  undone_by uuid,
  undone_at timestamptz,
  constraint direct_entries_undone check ((undone_by is null) = (undone_at is null)),
  foreign key (stage_id, edition_id) references stages (id, edition_id),
  foreign key (entry_id, edition_id) references entries (id, edition_id)
);
create unique index direct_entries_standing on direct_entries (stage_id, entry_id) where undone_at is null;
create index direct_entries_edition on direct_entries (edition_id, recorded_at);
`;

export class DirectEntries1764000000251 implements MigrationInterface {
  readonly name = 'DirectEntries1764000000251';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
