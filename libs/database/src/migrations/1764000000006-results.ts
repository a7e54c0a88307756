import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
create table award_tiers (
  id uuid primary key,
  edition_id uuid not null,
  stage_id uuid not null,
  key text not null,
  name_zh text not null,
  name_en text not null,
  position smallint not null,
  quota integer not null constraint award_tiers_quota check (quota >= 1),
  -- Below this score the tier stays vacant rather than being given, and the list says so.
  minimum_score numeric constraint award_tiers_minimum_score check (minimum_score >= 0 and minimum_score <= 1000000000),
  unique (stage_id, key),
  foreign key (stage_id, edition_id) references stages (id, edition_id)
);

create table tie_decisions (
  id uuid primary key,
  stage_id uuid not null references stages (id),
  run_id uuid not null references tally_runs (id),
  rank integer not null,
  step text not null constraint tie_decisions_step check (step in ('panel-vote', 'extra-round', 'shared')),
  entry_order uuid[],
  requested_by uuid not null,
  approved_by uuid,
  recorded_at timestamptz not null default now(),
  constraint tie_decisions_two_persons check (approved_by is null or approved_by <> requested_by)
);

create table award_list_versions (
  id uuid primary key,
  public_id uuid not null unique,
  edition_id uuid not null references editions (id),
  number integer not null constraint award_list_versions_number check (number >= 1),
  -- No personal data: names stand in erasable rows, here only their commitments.
  canonical text not null,
  hash bytea not null constraint award_list_versions_hash check (length(hash) = 32),
  reason_code text,
  frozen_by uuid not null,
  frozen_at timestamptz not null default now(),
  unique (edition_id, number),
  constraint award_list_versions_reason check (number = 1 or reason_code is not null)
);

create table award_list_runs (
  version_id uuid not null references award_list_versions (id),
  run_id uuid not null references tally_runs (id),
  primary key (version_id, run_id)
);
create index award_list_runs_run on award_list_runs (run_id);

create table award_list_items (
  version_id uuid not null references award_list_versions (id),
  position integer not null,
  tier_id uuid not null references award_tiers (id),
  entry_id uuid references entries (id),
  rank integer,
  score numeric,
  name_commitment bytea,
  -- A vacant place of a tier is a row without an entry.
  constraint award_list_items_vacant check ((entry_id is null) = (rank is null)),
  primary key (version_id, position)
);

create table publication_requests (
  version_id uuid primary key references award_list_versions (id),
  requested_by uuid not null,
  requested_at timestamptz not null default now()
);

create table publications (
  version_id uuid primary key references publication_requests (version_id),
  requested_by uuid not null,
  approved_by uuid not null,
  occurred_on date,
  published_at timestamptz not null default now(),
  constraint publications_two_persons check (requested_by <> approved_by)
);

-- What a frozen list rests on may not change, whoever asks.
create function frozen_tally_is_immutable() returns trigger language plpgsql as $$
begin
  if exists (select 1 from award_list_runs r where r.run_id = old.run_id) then
    raise exception 'tally run % is named by a frozen award list', old.run_id using errcode = '42501';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger tally_rows_frozen before update or delete on tally_rows
  for each row execute function frozen_tally_is_immutable();
create trigger judge_effects_frozen before update or delete on judge_effects
  for each row execute function frozen_tally_is_immutable();

create function publication_matches_request() returns trigger language plpgsql as $$
begin
  if new.requested_by is distinct from (select p.requested_by from publication_requests p where p.version_id = new.version_id) then
    raise exception 'the publication names another requester' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger publications_match_request before insert on publications
  for each row execute function publication_matches_request();
`;

export class Results1764000000006 implements MigrationInterface {
  readonly name = 'Results1764000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
