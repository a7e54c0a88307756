import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- An invitation of a judge: known by a link or by a code, of both of which only hashes are kept. Opening it uses nothing
-- up; it is answered once. A further invitation takes its place.
create table judge_invitations (
  id uuid primary key,
  judge_id uuid not null references judges (id),
  token_hash bytea not null unique constraint judge_invitations_token_hash check (length(token_hash) = 32),
  code_hash bytea not null unique constraint judge_invitations_code_hash check (length(code_hash) = 32),
  mail_token_hash bytea unique constraint judge_invitations_mail_token_hash check (length(mail_token_hash) = 32),
  invited_by uuid not null,
  recorded_at timestamptz not null default now(),
  expires_at timestamptz not null,
  opened_at timestamptz,
  revoked_at timestamptz,
  answer text constraint judge_invitations_answer check (answer in ('accepted', 'declined')),
  answered_at timestamptz,
  -- Of the commitment that was signed.
  commitment_version text,
  -- Why the judge declined, in the judge's words.
  reason text constraint judge_invitations_reason check (length(reason) between 1 and 500),
  constraint judge_invitations_answered check ((answer is null) = (answered_at is null)
    and (commitment_version is not null) = (answer is not distinct from 'accepted')
    and (reason is null or answer is not distinct from 'declined')),
  constraint judge_invitations_end check (answer is null or revoked_at is null)
);
create unique index judge_invitations_open on judge_invitations (judge_id) where revoked_at is null and answer is null;
create index judge_invitations_judge on judge_invitations (judge_id, id);

-- What was signed or declined stays as it was.
create function judge_invitation_is_answered_once() returns trigger language plpgsql as $$
begin
  if old.answer is not null or old.revoked_at is not null then
    raise exception 'an invitation that was answered or taken back stays as it is'
      using errcode = '23514', constraint = 'judge_invitations_answered_once';
  end if;
  return new;
end $$;
create trigger judge_invitations_answered_once before update of answer, answered_at, commitment_version, revoked_at
  on judge_invitations for each row execute function judge_invitation_is_answered_once();
`;

export class JudgeInvitations1764000000301 implements MigrationInterface {
  readonly name = 'JudgeInvitations1764000000301';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
