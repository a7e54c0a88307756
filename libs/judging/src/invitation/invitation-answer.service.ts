import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type BilingualText, DomainError, fieldProblem, judgeCommitment, judgeCommitmentHash } from '#domain';
import { InvitationAttempts, invitationKeyHash, OneTimeLinkService, SessionService } from '#identity';
import { LedgerService } from '#ledger';

export type JudgeAnswer = 'accepted' | 'declined';

/** What an invitation says; opening it uses nothing up. */
export interface JudgeInvitationPreview {
  readonly edition: BilingualText;
  readonly name: string;
  readonly expiresAt: Date;
  /** Whether the account signs in already; else a password is chosen on accepting. */
  readonly signsIn: boolean;
  readonly answer: JudgeAnswer | null;
  readonly answeredAt: Date | null;
}

export interface GivenAnswer {
  readonly answer: JudgeAnswer;
  /** Of the commitment as it was read; needed to accept. */
  readonly commitmentVersion: string | null;
  /** Why somebody declines, in their own words. */
  readonly reason: string | null;
  /** Chosen on accepting by who has none. */
  readonly password: string | null;
}

interface InvitationRow extends JudgeInvitationPreview {
  readonly id: string;
  readonly judgeId: string;
  readonly editionId: string;
  readonly userId: string;
}

/** Opening an invitation to judge, and answering it. Wrong keys are slowed down as wrong passwords are. */
@Injectable()
export class InvitationAnswerService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly attempts: InvitationAttempts,
    private readonly passwords: OneTimeLinkService,
    private readonly sessions: SessionService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * @param key token of a link, or a code as typed @param source where the request comes from, an IP address
   * @throws DomainError `judge-invitation-expired`, also for a key that never was; `too-many-attempts`
   */
  async preview(key: string, source: string): Promise<JudgeInvitationPreview> {
    const id = await this.find(key, source);
    await this.dataSource.query('update judge_invitations set opened_at = now() where id = $1 and opened_at is null', [
      id,
    ]);
    const { edition, name, expiresAt, signsIn, answer, answeredAt } = await read(this.dataSource.manager, id);
    return { edition, name, expiresAt, signsIn, answer, answeredAt };
  }

  /**
   * Accepts with the commitment signed, or declines; the same answer again changes nothing. Where the account signs in,
   * its person answers, and nobody else who holds the link; else the link is all there is, and accepting sets a password.
   *
   * @param visitor who is signed in, if anybody
   * @returns token of a session opened for a person who has just chosen a password, else null
   * @throws DomainError as `preview`; `not-signed-in`, `invitation-for-another`, `invitation-answered`,
   *   `commitment-changed`, `password-too-weak`, `request-invalid` naming `password`
   */
  async answer(key: string, source: string, given: GivenAnswer, visitor: string | null): Promise<string | null> {
    const id = await this.find(key, source);
    return this.dataSource.transaction(async (manager) => {
      await manager.query('select from judge_invitations where id = $1 for update', [id]);
      const invitation = await read(manager, id);
      if (visitor !== null && visitor !== invitation.userId) throw new DomainError('invitation-for-another');
      if (visitor === null && invitation.signsIn) throw new DomainError('not-signed-in');
      if (invitation.answer === given.answer) return null;
      if (invitation.answer !== null) throw new DomainError('invitation-answered');
      if (given.answer === 'declined') return this.decline(manager, invitation, given);
      return this.accept(manager, invitation, given);
    });
  }

  private async accept(manager: EntityManager, invitation: InvitationRow, given: GivenAnswer): Promise<string | null> {
    const { id, userId, signsIn } = invitation;
    if (given.commitmentVersion !== judgeCommitment.version) throw new DomainError('commitment-changed');
    if (!signsIn) {
      if (given.password === null) {
        throw new DomainError('request-invalid', { problems: [fieldProblem('password', 'field-missing')] });
      }
      await this.passwords.givePassword(manager, userId, given.password);
    }
    const { version } = judgeCommitment;
    await manager.query(
      `update judge_invitations set answer = 'accepted', answered_at = now(), commitment_version = $2 where id = $1`,
      [id, version],
    );
    await this.tell(manager, 'judge-accepted', invitation, { commitment: version, hash: judgeCommitmentHash() });
    if (signsIn) return null;
    await this.ledger.record(manager, { kind: 'signed-in', subject: { user: userId } });
    return this.sessions.open(manager, userId);
  }

  private async decline(manager: EntityManager, invitation: InvitationRow, { reason }: GivenAnswer): Promise<null> {
    await manager.query(
      `update judge_invitations set answer = 'declined', answered_at = now(), reason = $2 where id = $1`,
      [invitation.id, reason],
    );
    await this.tell(manager, 'judge-declined', invitation, {});
    return null;
  }

  private async tell(
    manager: EntityManager,
    kind: 'judge-accepted' | 'judge-declined',
    { id, judgeId, editionId, userId }: InvitationRow,
    body: Readonly<Record<string, string>>,
  ): Promise<void> {
    const subject = { edition: editionId, judge: judgeId, invitation: id };
    await this.ledger.record(manager, { kind, subject, body: { actor: userId, ...body } });
  }

  private find(key: string, source: string): Promise<string> {
    return this.attempts.counted(source, source, async () => {
      const given = await invitationKeyHash(key);
      const rows =
        given === null
          ? []
          : await this.dataSource.query<{ id: string }[]>(
              `select i.id from judge_invitations i join judges j on j.id = i.judge_id
               join users u on u.id = j.user_id and u.disabled_at is null
               where ${given.of === 'token' ? '(i.token_hash = $1 or i.mail_token_hash = $1)' : 'i.code_hash = $1'}
                 and i.revoked_at is null and i.expires_at > now()`,
              [given.hash],
            );
      if (!rows[0]) throw new DomainError('judge-invitation-expired');
      return rows[0].id;
    });
  }
}

/** @throws DomainError `judge-invitation-expired` where it was replaced meanwhile */
async function read(manager: EntityManager, id: string): Promise<InvitationRow> {
  const [row] = await manager.query<InvitationRow[]>(
    `select i.id, i.judge_id as "judgeId", j.edition_id as "editionId", u.id as "userId", u.display_name as name,
       json_build_object('zh', e.name_zh, 'en', e.name_en) as edition, i.expires_at as "expiresAt",
       exists (select from credentials c where c.user_id = u.id) as "signsIn", i.answer, i.answered_at as "answeredAt"
     from judge_invitations i join judges j on j.id = i.judge_id join editions e on e.id = j.edition_id
     join users u on u.id = j.user_id where i.id = $1 and i.revoked_at is null`,
    [id],
  );
  if (!row) throw new DomainError('judge-invitation-expired');
  return row;
}
