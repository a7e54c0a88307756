import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { InvitationAttempts, type IdempotentRequest } from '#identity';
import { openInvitation, type OpenInvitation } from './invitation-rows.js';
import { MembershipService } from './membership.service.js';
import { TeamTransaction } from './team-transaction.js';

/** What an invitation says before it is accepted. */
export interface InvitationPreview {
  readonly edition: { readonly zh: string; readonly en: string };
  readonly title: string;
  /** Of the member who is invited, as the lead typed it. */
  readonly member: string;
  readonly role: 'member' | 'adviser';
  /** Who leads the entry. */
  readonly lead: string | null;
  readonly expiresAt: Date;
}

/**
 * Opening an invitation, which changes nothing, and accepting it. Wrong keys are slowed down as wrong passwords are.
 */
@Injectable()
export class InvitationAcceptanceService {
  constructor(
    private readonly transaction: TeamTransaction,
    private readonly attempts: InvitationAttempts,
    private readonly members: MembershipService,
  ) {}

  /**
   * @param key token of a link, or a code as typed
   * @param source where the request comes from, an IP address
   * @throws DomainError `invitation-expired`, also for a key that never was; `too-many-attempts`
   */
  async preview(key: string, source: string): Promise<InvitationPreview> {
    const { manager } = this.transaction.dataSource;
    return this.attempts.counted(source, source, async () => {
      const { id, expiresAt } = await found(manager, key);
      const [row] = await manager.query<Omit<InvitationPreview, 'expiresAt'>[]>(
        `select json_build_object('zh', d.name_zh, 'en', d.name_en) as edition, e.title, m.name as member, m.role,
           u.display_name as lead
         from team_invitations i join entries e on e.id = i.entry_id join editions d on d.id = e.edition_id
         join team_members m on m.public_id = i.member_id left join users u on u.id = e.lead_user_id where i.id = $1`,
        [id],
      );
      if (!row) throw new DomainError('invitation-expired');
      return { ...row, expiresAt };
    });
  }

  /** @returns public id of the entry @throws DomainError as `preview` and `MembershipService.join` */
  async accept(request: IdempotentRequest, key: string, source: string): Promise<string> {
    return this.attempts.counted(request.userId, source, () =>
      this.transaction.answering(
        request,
        async (manager) => {
          const answer = await this.members.join(manager, await found(manager, key), request.userId);
          return { id: answer, answer };
        },
        (_, id) => Promise.resolve(id),
      ),
    );
  }
}

/** @throws DomainError `invitation-expired` */
async function found(manager: EntityManager, key: string): Promise<OpenInvitation> {
  const invitation = await openInvitation(manager, key);
  if (invitation === null) throw new DomainError('invitation-expired');
  return invitation;
}
