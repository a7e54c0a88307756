import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Max, Min, ValidateIf } from 'class-validator';
import { sha256Hex } from '#domain';
import { entryShares, textSizes, type ReadingPreferences, type RoleOfPerson, type TextSize } from '#identity';
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

export class ReadingPreferencesDto {
  /** Percent. */
  @ApiProperty({ type: 'integer', enum: textSizes })
  textSize: TextSize;

  /** Whether single keys are shortcuts (WCAG 2.1.4). */
  singleKeys: boolean;

  /** The entry's part of the width beside its sheet, in percent; null: as the page places it. */
  @ApiProperty({ type: 'integer', minimum: entryShares.least, maximum: entryShares.most, nullable: true })
  entryShare: number | null;
}

/** What of it changes; what is left out stays as it is. */
export class ChangeReadingPreferencesDto {
  /** Percent. */
  @ApiProperty({ type: 'integer', enum: textSizes, required: false })
  @ValidateIf((_, value) => value !== undefined)
  @IsIn(textSizes)
  textSize?: TextSize;

  /** Whether single keys are shortcuts (WCAG 2.1.4). */
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  singleKeys?: boolean;

  /** The entry's part of the width beside its sheet, in percent; null: again as the page places it. */
  @ApiProperty({
    ...{ type: 'integer', minimum: entryShares.least, maximum: entryShares.most },
    ...{ nullable: true, required: false },
  })
  @IsOptional()
  @IsInt()
  @Min(entryShares.least)
  @Max(entryShares.most)
  entryShare?: number | null;
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
  preferences: ReadingPreferencesDto;

  static from(
    person: { userId: string; displayName: string; locale: 'zh' | 'en' },
    held: readonly RoleOfPerson[],
    preferences: ReadingPreferences,
  ): SessionUserDto {
    return {
      key: sha256Hex(`session of ${person.userId}`).slice(0, 16),
      ...{ displayName: person.displayName, locale: person.locale, roles: [...held], preferences },
    };
  }
}

export class SessionDto {
  /** Null without a session. */
  user: SessionUserDto | null;
  /** Whether this installation shows invented data only. */
  demo: boolean;
  /** The database's clock, RFC 3339: what deadlines are decided by. */
  serverTime: string;

  static from(user: SessionUserDto | null, installation: { demo: boolean; serverTime: string }): SessionDto {
    return { user, ...installation };
  }
}
