import { IsBoolean, IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import type { IssuedInvitation, InvitationPreview, Team, TeamPerson } from '#submission';
import { NameDto } from '../contest/name.dto.js';
import { MessageTextsDto } from '../mail/message-text.dto.js';
import { CountryDto } from './country.dto.js';

export class StandingInvitationDto {
  expiresAt: string;
  isMailed: boolean;
  isExpired: boolean;
}

export class TeamPersonDto {
  /** uuid of the person in the team. */
  id: string;
  role: 'lead' | 'member' | 'adviser';
  /** As typed. */
  name: string;
  latinName: string | null;
  organisation: string | null;
  country: CountryDto | null;
  isMe: boolean;
  /** Whether an account belongs to the person. */
  hasJoined: boolean;
  mayEdit: boolean;
  /** In full for the person and the lead, masked for the others of the team. */
  phone: string | null;
  email: string | null;
  /** The open invitation, for the lead alone. */
  invitation: StandingInvitationDto | null;

  static from(person: TeamPerson): TeamPersonDto {
    const { invitation, country } = person;
    return {
      ...person,
      country: country && { ...country },
      invitation: invitation && { ...invitation, expiresAt: new Date(invitation.expiresAt).toISOString() },
    };
  }
}

export class TeamDto {
  isLead: boolean;
  mayEdit: boolean;
  isWithdrawn: boolean;
  /** In the order of the form. */
  members: TeamPersonDto[];

  static from({ members, ...team }: Team): TeamDto {
    return { ...team, members: members.map((member) => TeamPersonDto.from(member)) };
  }
}

export class MemberDetailsDto {
  /** The name in Latin letters, as the person writes it. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  latinName?: string;

  /** ISO 3166-1 alpha-2. */
  @IsOptional()
  @Matches(/^[A-Z]{2}$/)
  countryCode?: string;

  /** With the country's code, or as one dials within the country named. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  phone?: string;

  @IsOptional()
  @IsString()
  @MaxLength(254)
  email?: string;
}

export class MemberEditingDto {
  @IsBoolean()
  mayEdit: boolean;
}

export class NewLeadDto {
  /** uuid of a member who has joined. */
  @Matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  memberId: string;
}

export class InviteDto {
  /** Where a letter goes to; none where it is left out. */
  @IsOptional()
  @IsString()
  @Length(3, 254)
  email?: string;

  /** Language of the letter for whoever has no account. */
  @IsIn(['zh', 'en'])
  locale: 'zh' | 'en';
}

export class IssuedInvitationDto {
  /** Path from the root; shown this once. */
  link: string;
  /** `ABCD-EFGH`; shown this once. */
  code: string;
  expiresAt: string;
  /** Ready to be copied; the address follows it. */
  texts: MessageTextsDto;

  static from({ link, code, expiresAt, texts }: IssuedInvitation): IssuedInvitationDto {
    return { link, code, expiresAt: expiresAt.toISOString(), texts: MessageTextsDto.from(texts) };
  }
}

export class InvitationKeyDto {
  /** The token of a link, or a code as typed. */
  @IsString()
  @Length(8, 60)
  key: string;
}

export class InvitationPreviewDto {
  edition: NameDto;
  /** Of the entry. */
  title: string;
  /** Who is invited, as the lead typed the name. */
  member: string;
  role: 'member' | 'adviser';
  /** Who leads the entry. */
  lead: string | null;
  expiresAt: string;

  static from({ expiresAt, edition, ...preview }: InvitationPreview): InvitationPreviewDto {
    return { ...preview, edition: { ...edition }, expiresAt: expiresAt.toISOString() };
  }
}

export class JoinedTeamDto {
  /** Public id of the entry. */
  entry: string;
}
