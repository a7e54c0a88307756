import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = /* sql */ `
-- What the owner of an enterprise problem says of an entry that answers it (技术意见), for the record: no seat on a panel,
-- no part of a score, nothing that a judge reads. The newest of an entry counts; a correction is another one. What it says
-- and who signed it are personal and may be erased; the event is bound to them by a salted commitment alone.
create table technical_opinions (
  id uuid primary key,
  entry_id uuid not null references entries (id),
  problem_id uuid not null references enterprise_problems (id),
  level text not null constraint technical_opinions_level check (level in ('meets', 'meets-in-part', 'does-not-meet')),
  opinion text constraint technical_opinions_opinion check (length(btrim(opinion)) between 1 and 4000),
  signed_by text constraint technical_opinions_signed_by check (length(btrim(signed_by)) between 1 and 200),
  given_on date not null,
  -- Where the signed paper lies: a file number, a scan in the office's own files.
  evidence text constraint technical_opinions_evidence check (length(btrim(evidence)) between 1 and 300),
  recorded_by uuid not null,
  recorded_at timestamptz not null default clock_timestamp()
);
create index technical_opinions_entry on technical_opinions (entry_id, recorded_at);
`;

const rules = /* sql */ `
create function technical_opinion_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (new.id, new.entry_id, new.problem_id, new.level, new.given_on, new.recorded_by, new.recorded_at)
        is not distinct from
        (old.id, old.entry_id, old.problem_id, old.level, old.given_on, old.recorded_by, old.recorded_at)
      and (new.opinion is null or new.opinion = old.opinion) and (new.signed_by is null or new.signed_by = old.signed_by)
      and (new.evidence is null or new.evidence = old.evidence) then
    return new;
  end if;
  raise exception 'a technical opinion stays as it was given' using errcode = '23514', constraint = 'technical_opinions_stay';
end $$;
create trigger technical_opinions_stay before update or delete on technical_opinions
  for each row execute function technical_opinion_stays();

-- Judges who work, or worked, where somebody proposes another answer to the same problem: candidates for a recusal from
-- this entry, with the employer and the other entry that say so. The problem's owner stands in the database by its public
-- words alone, so that its competitors cannot be computed.
create function judges_of_rival_proposers(entry uuid)
  returns table (judge_id uuid, organisation_id uuid, rival_entry_id uuid) language sql stable as $$
  select distinct j.id, s.survivor_id, r.id
    from entries e
    join entries r on r.enterprise_problem_id = e.enterprise_problem_id and r.id <> e.id and r.state = 'submitted'
    join team_members m on m.entry_id = r.id
    join organisation_survivors s on s.id = m.organisation_id
    join organisation_survivors x on x.survivor_id = s.survivor_id
    join judge_employers w on w.organisation_id = x.id
    join judges j on j.id = w.judge_id and j.edition_id = e.edition_id
   where e.id = entry
$$;
`;

export class TechnicalOpinions1764000000314 implements MigrationInterface {
  readonly name = 'TechnicalOpinions1764000000314';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(rules);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
