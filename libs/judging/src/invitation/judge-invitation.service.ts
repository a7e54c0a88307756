import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { type BilingualText, DomainError } from '#domain';
import {
  hashOfToken,
  IdempotencyService,
  invitationDays,
  newInvitationSecrets,
  newInvitationToken,
  shownCode,
  type IdempotentRequest,
  type InvitationSecrets,
} from '#identity';
import { LedgerService } from '#ledger';
import { MailService, renderMessage, type MailLocale, type MessageTexts } from '#mail';

/** What the office hands on, shown once, with texts to go with it. */
export interface IssuedJudgeInvitation {
  /** Path from the root. */
  readonly link: string;
  /** `ABCD-EFGH` */
  readonly code: string;
  readonly expiresAt: Date;
  readonly name: string;
  /** The judge's own. */
  readonly locale: MailLocale;
  /** Ready to be copied into WeChat or an SMS; the address follows it. */
  readonly texts: MessageTexts;
}

interface InvitedJudge {
  readonly id: string;
  readonly editionId: string;
  readonly edition: BilingualText;
  readonly userId: string | null;
  readonly name: string;
  readonly locale: MailLocale;
  readonly hasAccepted: boolean;
  /** In the last day. */
  readonly issued: number;
}

/** Invitations of one judge in a day: more are sent by mistake. */
const mostADay = 20;

const invitationLink = (token: string) => `/judge-invitation#token=${token}`;

/** Invitations of an edition's judges. One stands open for a judge at a time: a further one takes its place. */
@Injectable()
export class JudgeInvitationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly mail: MailService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Makes an invitation; the one before is dead from now on. Asked for again with the same key it has other secrets, as
   * those of a lost answer are known to nobody.
   *
   * @param isMailed whether a letter with a link of its own goes to the judge's address too
   * @throws DomainError `not-found`, `judge-without-account`, `judge-has-accepted`, `too-many-attempts`
   */
  async issue(
    request: IdempotentRequest,
    slug: string,
    judgeId: string,
    isMailed: boolean,
  ): Promise<IssuedJudgeInvitation> {
    return this.dataSource.transaction(async (manager) => {
      const judge = await hold(manager, slug, judgeId);
      const secrets = await newInvitationSecrets();
      const { replayed, resultId } = await this.idempotency.run(manager, request, async () => {
        assertInvitable(judge);
        return { status: 201, resultId: await this.write(manager, judge, secrets, request.userId, isMailed) };
      });
      const id = resultId as string;
      if (replayed) await renew(manager, id, secrets);
      return answerOf(manager, id, judge, secrets);
    });
  }

  /**
   * Takes back the invitation that stands open: its link and code are dead at once, and none takes its place.
   *
   * @throws DomainError `not-found`, `judge-invitation-missing`
   */
  async takeBack(request: IdempotentRequest, slug: string, judgeId: string): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        const judge = await hold(manager, slug, judgeId);
        const [rows] = await manager.query<[{ id: string }[], number]>(
          `update judge_invitations set revoked_at = now()
           where judge_id = $1 and revoked_at is null and answer is null and expires_at > now() returning id`,
          [judge.id],
        );
        if (rows[0] === undefined) throw new DomainError('judge-invitation-missing');
        await this.ledger.record(manager, {
          kind: 'judge-invitation-taken-back',
          subject: { edition: judge.editionId, judge: judge.id, invitation: rows[0].id },
          body: { actor: request.userId },
        });
        return { status: 204, resultId: null };
      }),
    );
  }

  private async write(
    manager: EntityManager,
    judge: InvitedJudge,
    secrets: InvitationSecrets,
    actor: string,
    isMailed: boolean,
  ): Promise<string> {
    await manager.query(
      'update judge_invitations set revoked_at = now() where judge_id = $1 and revoked_at is null and answer is null',
      [judge.id],
    );
    const [id, mailToken] = [uuidv7(), isMailed ? newInvitationToken() : null];
    await manager.query(
      `insert into judge_invitations (id, judge_id, token_hash, code_hash, mail_token_hash, invited_by, expires_at)
       values ($1, $2, $3, $4, $5, $6, now() + make_interval(days => $7))`,
      [
        ...[id, judge.id, secrets.tokenHash, secrets.codeHash, mailToken === null ? null : hashOfToken(mailToken)],
        ...[actor, invitationDays],
      ],
    );
    await this.ledger.record(manager, {
      kind: 'judge-invited',
      subject: { edition: judge.editionId, judge: judge.id, invitation: id },
      body: { actor, mailed: isMailed },
    });
    if (mailToken !== null && judge.userId !== null) await this.send(manager, id, judge, mailToken);
    return id;
  }

  private async send(manager: EntityManager, id: string, judge: InvitedJudge, mailToken: string): Promise<void> {
    await this.mail.post(manager, [
      {
        template: 'judge-invitation',
        parameters: { ...(await factsOf(manager, id, judge)), code: null },
        to: { userId: judge.userId ?? '' },
        eventKey: `judge-invitation:${id}`,
        ...{ editionId: judge.editionId, link: invitationLink(mailToken) },
      },
    ]);
  }
}

/** Two invitations of one judge follow each other. @throws DomainError `not-found` */
async function hold(manager: EntityManager, slug: string, judgeId: string): Promise<InvitedJudge> {
  await manager.query('select from judges where id = $1 for no key update', [judgeId]);
  const [judge] = await manager.query<InvitedJudge[]>(
    `select j.id, j.edition_id as "editionId", json_build_object('zh', e.name_zh, 'en', e.name_en) as edition,
       u.id as "userId", coalesce(u.display_name, '') as name, coalesce(u.locale, 'zh') as locale,
       exists (select from judge_invitations i where i.judge_id = j.id and i.answer = 'accepted') as "hasAccepted",
       (select count(*)::int from judge_invitations i
         where i.judge_id = j.id and i.recorded_at > now() - interval '1 day') as issued
     from judges j join editions e on e.id = j.edition_id and e.slug = $1
     left join users u on u.id = j.user_id and u.disabled_at is null where j.id = $2`,
    [slug, judgeId],
  );
  if (!judge) throw new DomainError('not-found', { judge: judgeId });
  return judge;
}

function assertInvitable({ userId, hasAccepted, issued }: InvitedJudge): void {
  if (userId === null) throw new DomainError('judge-without-account');
  if (hasAccepted) throw new DomainError('judge-has-accepted');
  if (issued >= mostADay) throw new DomainError('too-many-attempts', { retryAfterSeconds: 3600 });
}

async function renew(manager: EntityManager, id: string, secrets: InvitationSecrets): Promise<void> {
  await manager.query('update judge_invitations set token_hash = $2, code_hash = $3 where id = $1', [
    ...[id, secrets.tokenHash, secrets.codeHash],
  ]);
}

async function factsOf(manager: EntityManager, id: string, { edition, name }: InvitedJudge) {
  const [row] = await manager.query<{ expiresAt: Date }[]>(
    'select expires_at as "expiresAt" from judge_invitations where id = $1',
    [id],
  );
  const expiresAt = (row as { expiresAt: Date }).expiresAt.toISOString();
  return { edition, judge: name, expiresAt, days: invitationDays };
}

async function answerOf(
  manager: EntityManager,
  id: string,
  judge: InvitedJudge,
  { token, code }: InvitationSecrets,
): Promise<IssuedJudgeInvitation> {
  const facts = await factsOf(manager, id, judge);
  const { texts } = renderMessage('judge-invitation', { ...facts, code: shownCode(code) });
  return {
    ...{ link: invitationLink(token), code: shownCode(code), expiresAt: new Date(facts.expiresAt), texts },
    ...{ name: judge.name, locale: judge.locale },
  };
}
