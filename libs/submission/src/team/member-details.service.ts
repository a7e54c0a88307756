import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError, fieldProblem, isEmail, type FieldProblem } from '#domain';
import type { IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { countryOrRegion } from '../country-or-region.js';
import { isLatinName } from './latin-name.js';
import { phoneNumberOf } from './phone.js';
import { sortKeyOf } from './sort-key.js';
import { memberOf, teamEntry, type EntryMember, type TeamEntry } from './team-entry.js';
import { TeamTransaction } from './team-transaction.js';

/** What is known of a person beside what the entry's versions name; an absent part is erased. */
export interface MemberDetails {
  /** The name in Latin letters, as the person writes it. */
  readonly latinName?: string;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode?: string;
  /** With the country's code, or as one dials within the country named. */
  readonly phone?: string;
  readonly email?: string;
}

interface StoredDetails {
  readonly latinName: string | null;
  readonly countryCode: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** Latin names, countries and contact data of a team: erasable, and in no version. */
@Injectable()
export class MemberDetailsService {
  constructor(
    private readonly transaction: TeamTransaction,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Replaces a person's details; the person's own act, or the lead's.
   *
   * @throws DomainError `not-found`, `entry-read-only`, `request-invalid` naming the field
   */
  async set(request: IdempotentRequest, publicId: string, memberId: string, given: MemberDetails): Promise<void> {
    await this.transaction.once(request, async (manager) => {
      const entry = await teamEntry(manager, publicId, request.userId);
      const member = await memberOf(manager, entry.id, memberId);
      if (!isOwnOrLeads(entry, member, request.userId)) throw new DomainError('entry-read-only');
      await this.write(manager, member, checked(given));
      await this.ledger.record(manager, {
        kind: 'member-details-set',
        subject: { edition: entry.editionId, entry: entry.id, member: member.publicId },
        body: { actor: request.userId },
      });
    });
  }

  private async write(manager: EntityManager, member: EntryMember, details: StoredDetails): Promise<void> {
    const { latinName, countryCode, phone, email } = details;
    await manager.query(
      'update team_members set latin_name = $2, country_code = $3, sort_key = $4 where public_id = $1',
      [member.publicId, latinName, countryCode, sortKeyOf(member.name, latinName)],
    );
    if (phone === null && email === null) {
      await manager.query('delete from member_contacts where member_id = $1', [member.publicId]);
      return;
    }
    await manager.query(
      `insert into member_contacts (member_id, phone, email) values ($1, $2, $3) on conflict (member_id)
       do update set phone = excluded.phone, email = excluded.email, recorded_at = now()`,
      [member.publicId, phone, email],
    );
  }
}

function isOwnOrLeads(entry: TeamEntry, member: EntryMember, userId: string): boolean {
  return entry.leadUserId === userId || member.userId === userId;
}

function checked(given: MemberDetails): StoredDetails {
  const [latinName, countryCode] = [textOf(given.latinName), textOf(given.countryCode)];
  const [phoneText, email] = [textOf(given.phone), textOf(given.email)];
  const phone = phoneText === null ? null : phoneNumberOf(phoneText, countryCode);
  const isLatin = latinName === null || isLatinName(latinName);
  const problems: FieldProblem[] = [
    ...(isLatin ? [] : [fieldProblem('latinName', 'latin-letters-expected')]),
    ...(countryCode === null || countryOrRegion(countryCode) ? [] : [fieldProblem('countryCode', 'value-not-allowed')]),
    ...(phoneText !== null && phone === null ? [fieldProblem('phone', 'phone-invalid')] : []),
    ...(email === null || isEmail(email) ? [] : [fieldProblem('email', 'email-invalid')]),
  ];
  if (problems.length > 0) throw new DomainError('request-invalid', { problems });
  return { latinName, countryCode, phone, email };
}

const textOf = (given: string | undefined) => given?.normalize('NFC').trim() || null;
