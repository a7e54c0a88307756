import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError, fieldProblem, isEmail } from '#domain';
import { invitationDays, normalEmail, shownCode, type IdempotentRequest, type InvitationSecrets } from '#identity';
import { LedgerService } from '#ledger';
import { MailService, renderMessage, type MessageTexts } from '#mail';
import { insertInvitation, renewSecrets } from './invitation-rows.js';
import { judgesIn, ledEntry, memberOf, type EntryMember, type TeamEntry } from './team-entry.js';
import { TeamTransaction } from './team-transaction.js';

/** What the lead hands on, and a text to go with it. */
export interface IssuedInvitation {
  /** Path from the root. */
  readonly link: string;
  /** `ABCD-EFGH` */
  readonly code: string;
  readonly expiresAt: Date;
  /** Ready to be copied into WeChat or a mail; the address follows it. */
  readonly texts: MessageTexts;
}

export interface InvitationLetter {
  readonly email: string;
  readonly locale: 'zh' | 'en';
}

/** Invitations of one entry in a day: more come from no team of thirty. */
const mostADay = 60;
/** Letters to one person in a day. */
const mostLettersADay = 5;

export const invitationLink = (token: string) => `/invitation#token=${token}`;

/** Invitations of people to a team. One stands open for a person at a time: a further one takes its place. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly transaction: TeamTransaction,
    private readonly mail: MailService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * @param letter where a letter goes to, if any
   * @throws DomainError `not-found`, `lead-only`, `entry-withdrawn`, `member-has-joined`, `too-many-attempts`,
   *   `request-invalid` naming `email`
   */
  async issue(
    request: IdempotentRequest,
    publicId: string,
    memberId: string,
    letter: InvitationLetter | null,
  ): Promise<IssuedInvitation> {
    if (letter !== null && !isEmail(letter.email)) {
      throw new DomainError('request-invalid', { problems: [fieldProblem('email', 'email-invalid')] });
    }
    return this.transaction.answering(
      request,
      async (manager) => {
        const entry = await ledEntry(manager, publicId, request.userId);
        const member = await memberOf(manager, entry.id, memberId);
        if (member.userId !== null || member.role === 'lead') throw new DomainError('member-has-joined');
        await assertPace(manager, entry.id, member.publicId, letter !== null);
        const { id, secrets } = await this.write(manager, entry, member, request.userId, letter);
        return { id, answer: await answerOf(manager, id, entry, member, secrets) };
      },
      async (manager, id) => {
        const entry = await ledEntry(manager, publicId, request.userId);
        const member = await memberOf(manager, entry.id, memberId);
        return answerOf(manager, id, entry, member, await renewSecrets(manager, id));
      },
    );
  }

  /** Takes the open invitation back, if there is one. @throws DomainError `not-found`, `lead-only`, `entry-withdrawn` */
  async revoke(request: IdempotentRequest, publicId: string, memberId: string): Promise<void> {
    await this.transaction.once(request, async (manager) => {
      const entry = await ledEntry(manager, publicId, request.userId);
      await this.revokeOpen(manager, entry, memberId, request.userId);
    });
  }

  private async write(
    manager: EntityManager,
    entry: TeamEntry,
    member: EntryMember,
    actor: string,
    letter: InvitationLetter | null,
  ): Promise<{ id: string; secrets: InvitationSecrets }> {
    await this.revokeOpen(manager, entry, member.publicId, actor);
    const { id, secrets, mailToken } = await insertInvitation(manager, {
      ...{ entryId: entry.id, memberId: member.publicId, invitedBy: actor, isMailed: letter !== null },
    });
    await this.ledger.record(manager, {
      kind: 'member-invited',
      subject: { edition: entry.editionId, entry: entry.id, member: member.publicId, invitation: id },
      body: { actor, mailed: letter !== null },
    });
    if (letter !== null && mailToken !== null) await this.send(manager, entry, member, { id, letter, mailToken });
    return { id, secrets };
  }

  /**
   * Posts the letter, unless it would tell a judge of the edition whose entry it is; the lead does not learn from it
   * who judges.
   */
  private async send(
    manager: EntityManager,
    entry: TeamEntry,
    member: EntryMember,
    { id, letter, mailToken }: { readonly id: string; readonly letter: InvitationLetter; readonly mailToken: string },
  ): Promise<void> {
    const to = await recipientOf(manager, letter);
    if (to.userId !== undefined && (await judgesIn(manager, entry.editionId, to.userId))) return;
    await this.mail.post(manager, [
      {
        template: 'team-invitation',
        parameters: await parametersOf(manager, id, entry, member),
        to,
        eventKey: `team-invitation:${id}`,
        ...{ editionId: entry.editionId, entryId: entry.id, link: invitationLink(mailToken) },
      },
    ]);
  }

  private async revokeOpen(manager: EntityManager, entry: TeamEntry, memberId: string, actor: string): Promise<void> {
    const [revoked] = await manager.query<[{ id: string }[], number]>(
      `update team_invitations set revoked_at = now()
       where entry_id = $1 and member_id = $2 and revoked_at is null and accepted_at is null returning id`,
      [entry.id, memberId],
    );
    await this.ledger.recordMany(
      manager,
      revoked.map(({ id }) => ({
        kind: 'invitation-revoked',
        subject: { edition: entry.editionId, entry: entry.id, member: memberId, invitation: id },
        body: { actor },
      })),
    );
  }
}

async function assertPace(manager: EntityManager, entryId: string, memberId: string, isMailed: boolean): Promise<void> {
  const [counted] = await manager.query<{ all: number; letters: number; wait: number | null }[]>(
    `select count(*)::int as all, count(*) filter (where member_id = $2 and mail_token_hash is not null)::int as letters,
       ceil(extract(epoch from min(recorded_at) + interval '1 day' - now()))::int as wait
     from team_invitations where entry_id = $1 and recorded_at > now() - interval '1 day'`,
    [entryId, memberId],
  );
  const { all, letters, wait } = counted ?? { all: 0, letters: 0, wait: null };
  if (all < mostADay && !(isMailed && letters >= mostLettersADay)) return;
  throw new DomainError('too-many-attempts', { retryAfterSeconds: Math.max(1, wait ?? 1) });
}

/** Whoever has an account finds the invitation on the own page too; the lead does not learn who has one. */
async function recipientOf(
  manager: EntityManager,
  { email, locale }: InvitationLetter,
): Promise<
  { readonly userId: string } | { readonly userId?: undefined; readonly address: string; readonly locale: 'zh' | 'en' }
> {
  const [user] = await manager.query<{ id: string }[]>(
    'select id from users where email = $1 and disabled_at is null',
    [normalEmail(email)],
  );
  return user ? { userId: user.id } : { address: normalEmail(email), locale };
}

async function parametersOf(manager: EntityManager, id: string, entry: TeamEntry, member: EntryMember) {
  const [row] = await manager.query<{ expires_at: Date; inviter: string }[]>(
    `select i.expires_at, u.display_name as inviter from team_invitations i join users u on u.id = i.invited_by
     where i.id = $1`,
    [id],
  );
  const { edition, title, number } = entry;
  const expiresAt = row?.expires_at.toISOString() ?? '';
  return {
    edition,
    title,
    number,
    member: member.name,
    inviter: row?.inviter ?? '',
    expiresAt,
    days: invitationDays,
    code: null,
  };
}

async function answerOf(
  manager: EntityManager,
  id: string,
  entry: TeamEntry,
  member: EntryMember,
  { token, code }: InvitationSecrets,
): Promise<IssuedInvitation> {
  const parameters = await parametersOf(manager, id, entry, member);
  const { texts } = renderMessage('team-invitation', { ...parameters, code: shownCode(code) });
  const expiresAt = new Date(parameters.expiresAt);
  return { link: invitationLink(token), code: shownCode(code), expiresAt, texts };
}
