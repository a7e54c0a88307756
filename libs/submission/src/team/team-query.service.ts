import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#domain';
import { countryOrRegion, type CountryOrRegion } from '../country-or-region.js';
import { maskedEmail, maskedPhone, shownPhone } from './phone.js';

export interface TeamPerson {
  /** uuid of the person in the team. */
  readonly id: string;
  readonly role: 'lead' | 'member' | 'adviser';
  /** As typed. */
  readonly name: string;
  readonly latinName: string | null;
  readonly organisation: string | null;
  readonly country: CountryOrRegion | null;
  readonly isMe: boolean;
  /** Whether an account belongs to the person. */
  readonly hasJoined: boolean;
  readonly mayEdit: boolean;
  /** In full for the person and the lead, masked for the others of the team. */
  readonly phone: string | null;
  readonly email: string | null;
  /** The open invitation, for the lead alone. */
  readonly invitation: { readonly expiresAt: string; readonly isMailed: boolean; readonly isExpired: boolean } | null;
}

export interface Team {
  readonly isLead: boolean;
  readonly mayEdit: boolean;
  readonly isWithdrawn: boolean;
  /** In the order of the form. */
  readonly members: readonly TeamPerson[];
}

interface PersonRow extends Omit<TeamPerson, 'country' | 'isMe'> {
  readonly countryCode: string | null;
  readonly userId: string | null;
  /** Who no longer agrees to it: the others of the team have no contacts any more. */
  readonly isWithheld: boolean;
}

interface TeamRow extends Omit<Team, 'members'> {
  readonly leadUserId: string | null;
  readonly members: readonly PersonRow[];
}

const people = `select coalesce(json_agg(json_build_object('id', m.public_id, 'role', m.role, 'name', m.name,
    'latinName', m.latin_name, 'organisation', m.organisation, 'countryCode', m.country_code,
    'userId', case when m.role = 'lead' then e.lead_user_id else m.user_id end,
    'hasJoined', case when m.role = 'lead' then e.lead_user_id is not null else m.user_id is not null end,
    'mayEdit', m.role = 'lead' or m.may_edit, 'phone', c.phone, 'email', c.email,
    'isWithheld', contacts_are_withheld(case when m.role = 'lead' then e.lead_user_id else m.user_id end),
    'invitation', case when i.id is not null then json_build_object('expiresAt', i.expires_at,
      'isMailed', i.mail_token_hash is not null, 'isExpired', i.expires_at <= now()) end) order by m.position), '[]')
  from team_members m left join member_contacts c on c.member_id = m.public_id
  left join team_invitations i on i.member_id = m.public_id and i.revoked_at is null and i.accepted_at is null
  where m.entry_id = e.id`;

/** A team as its own people see it. */
@Injectable()
export class TeamQueryService {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws DomainError `not-found` for whoever is not of the team */
  async read(publicId: string, userId: string): Promise<Team> {
    const [row] = await this.dataSource.query<TeamRow[]>(
      `select coalesce(e.lead_user_id = $2, false) as "isLead", entry_is_edited_by(e, $2) as "mayEdit",
         e.state = 'withdrawn' as "isWithdrawn", e.lead_user_id as "leadUserId", (${people}) as members
       from entries e where e.public_id = $1 and entry_is_read_by(e, $2)`,
      [publicId, userId],
    );
    if (!row) throw new DomainError('not-found', { entry: publicId });
    const { isLead, mayEdit, isWithdrawn } = row;
    return { isLead, mayEdit, isWithdrawn, members: row.members.map((member) => personOf(member, userId, isLead)) };
  }
}

function personOf(
  { userId, countryCode, isWithheld, ...given }: PersonRow,
  reader: string,
  isLead: boolean,
): TeamPerson {
  const isMe = userId === reader;
  const person = isWithheld && !isMe ? { ...given, latinName: null, phone: null, email: null } : given;
  const isOpen = isMe || isLead;
  const [phone, email] = isOpen ? [shownPhone, (text: string) => text] : [maskedPhone, maskedEmail];
  return {
    ...person,
    isMe,
    country: countryCode === null ? null : (countryOrRegion(countryCode) ?? null),
    phone: person.phone === null ? null : phone(person.phone),
    email: person.email === null ? null : email(person.email),
    invitation: isLead ? person.invitation : null,
  };
}
