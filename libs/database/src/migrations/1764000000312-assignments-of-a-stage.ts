import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- As it was, with what the foreign key says already: an assignment's entry stands in the assignment's stage. Said here, a
-- question about one stage reads the entries of that stage, and not those of all contests that ever were.
create or replace view active_assignments as
  select a.id, a.public_id, a.stage_id, a.stage_entry_id, a.judge_id, a.position, se.entry_id, e.track_id
    from assignments a
    join judges j on j.id = a.judge_id and j.is_active
    join stage_entries se on se.id = a.stage_entry_id and se.stage_id = a.stage_id
      and coalesce(se.outcome, '') not in ('retired', 'forfeit')
    join entries e on e.id = se.entry_id and e.state = 'submitted'
   where a.voided_at is null
     and not exists (select 1 from conflicts_of_interest c where c.judge_id = a.judge_id and c.entry_id = se.entry_id)
     and not exists (select 1 from team_ties t where t.user_id = j.user_id and t.entry_id = se.entry_id);
`;

export class AssignmentsOfAStage1764000000312 implements MigrationInterface {
  readonly name = 'AssignmentsOfAStage1764000000312';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
