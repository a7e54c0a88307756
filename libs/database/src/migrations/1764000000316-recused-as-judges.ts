import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- As they were, with one thing more: who stepped back from an entry as an organiser is no judge of it either, whether the
-- person judged before or comes to judge only afterwards.
create or replace function has_conflict(judge uuid, entry uuid) returns boolean language sql stable as $$
  select exists (select 1 from conflicts_of_interest c where c.judge_id = judge and c.entry_id = entry)
    or exists (select 1 from judges j join team_ties t on t.user_id = j.user_id where j.id = judge and t.entry_id = entry)
    or exists (select 1 from judges j join organiser_recusals r on r.user_id = j.user_id
      where j.id = judge and r.entry_id = entry)
$$;

create or replace view active_assignments as
  select a.id, a.public_id, a.stage_id, a.stage_entry_id, a.judge_id, a.position, se.entry_id, e.track_id
    from assignments a
    join judges j on j.id = a.judge_id and j.is_active
    join stage_entries se on se.id = a.stage_entry_id and se.stage_id = a.stage_id
      and coalesce(se.outcome, '') not in ('retired', 'forfeit')
    join entries e on e.id = se.entry_id and e.state = 'submitted'
   where a.voided_at is null
     and not exists (select 1 from conflicts_of_interest c where c.judge_id = a.judge_id and c.entry_id = se.entry_id)
     and not exists (select 1 from team_ties t where t.user_id = j.user_id and t.entry_id = se.entry_id)
     and not exists (select 1 from organiser_recusals r where r.user_id = j.user_id and r.entry_id = se.entry_id);
`;

export class RecusedAsJudges1764000000316 implements MigrationInterface {
  readonly name = 'RecusedAsJudges1764000000316';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
