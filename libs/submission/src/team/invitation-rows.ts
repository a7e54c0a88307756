import type { EntityManager } from 'typeorm';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import {
  hashOfToken,
  invitationDays,
  invitationKeyHash,
  newInvitationSecrets,
  newInvitationToken,
  type InvitationSecrets,
} from '#identity';

export interface NewInvitation {
  readonly entryId: string;
  readonly memberId: string;
  readonly invitedBy: string;
  /** Whether a letter with a link of its own goes out. */
  readonly isMailed: boolean;
}

export async function insertInvitation(
  manager: EntityManager,
  given: NewInvitation,
): Promise<{ id: string; secrets: InvitationSecrets; mailToken: string | null }> {
  const [id, secrets] = [uuidv7(), await newInvitationSecrets()];
  const mailToken = given.isMailed ? newInvitationToken() : null;
  await manager.query(
    `insert into team_invitations (id, public_id, entry_id, member_id, token_hash, code_hash, mail_token_hash, invited_by,
       expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, now() + make_interval(days => $9))`,
    [
      ...[id, uuidv4(), given.entryId, given.memberId, secrets.tokenHash, secrets.codeHash],
      ...[mailToken === null ? null : hashOfToken(mailToken), given.invitedBy, invitationDays],
    ],
  );
  return { id, secrets, mailToken };
}

/** Other secrets for an invitation whose answer was lost; those in the lost answer are void, the letter's link is not. */
export async function renewSecrets(manager: EntityManager, id: string): Promise<InvitationSecrets> {
  const secrets = await newInvitationSecrets();
  await manager.query('update team_invitations set token_hash = $2, code_hash = $3 where id = $1', [
    ...[id, secrets.tokenHash, secrets.codeHash],
  ]);
  return secrets;
}

export interface OpenInvitation {
  readonly id: string;
  readonly entryId: string;
  readonly memberId: string;
  readonly expiresAt: Date;
}

/** The open invitation of a link's token or a typed code. */
export async function openInvitation(manager: EntityManager, key: string): Promise<OpenInvitation | null> {
  const given = await invitationKeyHash(key);
  if (given === null) return null;
  const [found] = await manager.query<OpenInvitation[]>(
    `select i.id, i.entry_id as "entryId", i.member_id as "memberId", i.expires_at as "expiresAt"
     from team_invitations i join entries e on e.id = i.entry_id and e.state <> 'withdrawn'
     where ${given.of === 'token' ? '(i.token_hash = $1 or i.mail_token_hash = $1)' : 'i.code_hash = $1'}
       and i.revoked_at is null and i.accepted_at is null and i.expires_at > now()`,
    [given.hash],
  );
  return found ?? null;
}
