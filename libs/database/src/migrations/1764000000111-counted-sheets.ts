import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- Assignments that stand: the judge may score, the entry takes part, nothing keeps the two apart. Everything that
-- lists, counts or tallies sheets starts here, so that a recusal or a withdrawal means the same everywhere.
create view active_assignments as
  select a.id, a.public_id, a.stage_id, a.stage_entry_id, a.judge_id, a.position, se.entry_id, e.track_id
    from assignments a
    join judges j on j.id = a.judge_id and j.is_active
    join stage_entries se on se.id = a.stage_entry_id and coalesce(se.outcome, '') not in ('retired', 'forfeit')
    join entries e on e.id = se.entry_id and e.state = 'submitted'
   where a.voided_at is null
     and not exists (select 1 from conflicts_of_interest c where c.judge_id = a.judge_id and c.entry_id = se.entry_id);

-- The one sheet of each such assignment that counts: its newest revision.
create view counted_sheets as
  select s.id, s.revision, s.deduction, s.rules_version_id, a.id as assignment_id, a.stage_id, a.stage_entry_id,
         a.entry_id, a.judge_id
    from active_assignments a
    cross join lateral (
      select x.id, x.revision, x.deduction, x.rules_version_id
        from score_sheets x where x.assignment_id = a.id order by x.revision desc limit 1) s;
`;

export class CountedSheets1764000000111 implements MigrationInterface {
  readonly name = 'CountedSheets1764000000111';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
