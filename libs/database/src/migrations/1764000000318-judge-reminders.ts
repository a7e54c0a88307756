import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- That an office reminded a judge of sheets which a stage still lacks: by whom and when. The message is the outbox's.
create table judge_reminders (
  id uuid primary key,
  stage_id uuid not null references stages (id),
  judge_id uuid not null references judges (id),
  reminded_by uuid not null,
  recorded_at timestamptz not null default now()
);
create index judge_reminders_stage on judge_reminders (stage_id, judge_id, recorded_at);
create index judge_reminders_judge on judge_reminders (judge_id);

-- Up to when a person has seen what changed in a stage's judging: a place in a list, like a bookmark.
create table wall_visits (
  user_id uuid not null references users (id) on delete cascade,
  stage_id uuid not null references stages (id) on delete cascade,
  seen_until timestamptz not null,
  primary key (user_id, stage_id)
);
create index wall_visits_stage on wall_visits (stage_id);
`;

export class JudgeReminders1764000000318 implements MigrationInterface {
  readonly name = 'JudgeReminders1764000000318';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
