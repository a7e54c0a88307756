import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UserService } from '#identity';
import { LedgerService } from '#ledger';
import { MailService } from '#mail';
import type { ContactJudge, PendingContact } from './held-contact.js';

/** What an approved change of a judge's address does. */
@Injectable()
export class ContactMoveService {
  constructor(
    private readonly users: UserService,
    private readonly mail: MailService,
    private readonly ledger: LedgerService,
  ) {}

  /** Sessions, links and invitations that were sent to the old address end, and it is told. */
  async move(
    manager: EntityManager,
    { id, editionId, edition, userId, name, locale }: ContactJudge,
    change: PendingContact,
    actor: string,
  ): Promise<void> {
    const before = await this.users.moveAddress(manager, userId, change.email);
    await this.endInvitations(manager, userId, actor);
    await this.mail.post(manager, [
      {
        template: 'judge-contact-changed',
        parameters: { edition, judge: name, address: mostlyHidden(change.email) },
        to: { address: before, locale },
        ...{ eventKey: `judge-contact-changed:${change.id}`, editionId },
      },
    ]);
    const commitment = await this.ledger.commitment(manager, 'judge-contact', change.id, change.email);
    await this.ledger.record(manager, {
      kind: 'judge-contact-approved',
      subject: { edition: editionId, judge: id, change: change.id, user: userId },
      body: { actor, email: commitment },
    });
  }

  /** In whichever edition: the letters stand in the same old mailbox. */
  private async endInvitations(manager: EntityManager, userId: string, actor: string): Promise<void> {
    const [ended] = await manager.query<[{ id: string; judge: string; edition: string }[], number]>(
      `update judge_invitations i set revoked_at = now() from judges j
       where j.id = i.judge_id and j.user_id = $1 and i.revoked_at is null and i.answer is null
       returning i.id, j.id as judge, j.edition_id as edition`,
      [userId],
    );
    await this.ledger.recordMany(
      manager,
      ended.map(({ id: invitation, judge, edition }) => ({
        kind: 'judge-invitation-taken-back',
        subject: { edition, judge, invitation },
        body: { actor },
      })),
    );
  }
}

/** @example mostlyHidden('wang@example.org') // 'w***@example.org' */
function mostlyHidden(email: string): string {
  const at = email.lastIndexOf('@');
  return `${[...email][0] ?? ''}***${email.slice(at)}`;
}
