import { IsIn, IsString, Length } from 'class-validator';
import { sha256Hex } from '#domain';
import type { RoleOfPerson } from '#identity';
import { NameDto } from '../contest/name.dto.js';

export class SignInDto {
  /** @example "organiser@example.org" */
  @IsString()
  @Length(3, 254)
  email: string;

  @IsString()
  @Length(1, 512)
  password: string;
}

export class SetLocaleDto {
  @IsIn(['zh', 'en'])
  locale: 'zh' | 'en';
}

export class SessionContestDto {
  /** @example "goe" */
  key: string;
  name: NameDto;
}

export class SessionEditionDto {
  /** @example "goe-2024" */
  slug: string;
  name: NameDto;
  contest: SessionContestDto;
}

export class SessionRoleDto {
  /** One of the roles of the permission matrix. */
  role: string;
  /** Whether the person may be the second of a two-person act. */
  mayApprove: boolean;
  /** Null for an administrator. */
  edition: SessionEditionDto | null;
}

export class SessionUserDto {
  /** Tells one person's page from another's; says nothing of the person. 16 hexadecimal digits. */
  key: string;
  displayName: string;
  locale: 'zh' | 'en';
  roles: SessionRoleDto[];
}

export class SessionDto {
  /** Null without a session. */
  user: SessionUserDto | null;
  /** Whether this installation shows invented data only. */
  demo: boolean;
  /** The database's clock, RFC 3339: what deadlines are decided by. */
  serverTime: string;

  static from(
    person: { userId: string; displayName: string; locale: 'zh' | 'en' } | null,
    held: readonly RoleOfPerson[],
    facts: { demo: boolean; serverTime: string },
  ): SessionDto {
    const user = person && {
      key: sha256Hex(`session of ${person.userId}`).slice(0, 16),
      ...{ displayName: person.displayName, locale: person.locale, roles: [...held] },
    };
    return { user, ...facts };
  }
}
