import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import {
  type DuplicateKind,
  duplicateKinds,
  type DuplicateStrength,
  duplicateStrengths,
  type DuplicateVerdict,
  duplicateVerdicts,
  type PersonEvidence,
  type PersonLikeness,
} from '#domain';
import {
  type DuplicatePage,
  type DuplicatePair,
  type DuplicateState,
  duplicateStates,
  maskedEmail,
  maskedPhone,
  type PairedEntry,
  type TeamPersonCompared,
} from '#submission';
import { NameDto } from '../contest/name.dto.js';
import { wholeNumber } from '../http/whole-number.js';

export class DuplicatePlaceQueryDto {
  /** `nextCursor` of the page before. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;

  @IsOptional()
  @Transform(wholeNumber)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 25;
}

export class DuplicateFilterQueryDto {
  /** What the pairs have in common; absent: anything. */
  @IsOptional()
  @IsIn(duplicateKinds)
  kind?: DuplicateKind;

  /** At least so strong. */
  @IsOptional()
  @IsIn(duplicateStrengths)
  least: DuplicateStrength = 'likely';

  /** `open`: nobody has given a verdict, or more speaks for the pair since. */
  @IsOptional()
  @IsIn(duplicateStates)
  state: DuplicateState = 'open';
}

export class DuplicateQueryDto extends DuplicateFilterQueryDto {
  /** `nextCursor` of the page before. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;

  @IsOptional()
  @Transform(wholeNumber)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 25;
}

export class NewDuplicateMarkDto {
  /** Public id of an entry of the edition. */
  @IsUUID()
  entry: string;

  /** Public id of the other one. */
  @IsUUID()
  other: string;

  @IsIn(duplicateVerdicts)
  verdict: DuplicateVerdict;

  /** Why; may be empty. */
  @IsString()
  @MaxLength(500)
  note: string;
}

export class PairedEditionDto {
  slug: string;
  name: NameDto;
}

export class PairedEntryDto {
  publicId: string;
  number: number;
  title: string;
  state: 'submitted' | 'withdrawn';
  edition: PairedEditionDto;

  static from({ edition, ...entry }: PairedEntry): PairedEntryDto {
    return { ...entry, edition: { slug: edition.slug, name: { ...edition.name } } };
  }
}

export class SimilarTitlesDto {
  own: string;
  other: string;
  /** 0 to 100, rounded down: 100 for titles that differ in signs, width, case and spaces alone. */
  percent: number;
  @ApiProperty({ enum: duplicateStrengths })
  strength: DuplicateStrength;
}

export class SameFileDto {
  /** 64 hex digits. */
  sha256: string;
  /** Bytes. */
  size: number;
  own: string;
  other: string;
}

export class PairedPersonDto {
  name: string;
  role: 'lead' | 'member' | 'adviser';
  organisation: string | null;
}

export class SamePersonDto {
  own: PairedPersonDto;
  other: PairedPersonDto;
  @ApiProperty({ enum: ['account', 'email', 'phone', 'name', 'reading', 'organisation'], isArray: true })
  by: PersonLikeness[];
  @ApiProperty({ enum: duplicateStrengths })
  strength: DuplicateStrength;
  /** The address that both have, masked; null where they share none. */
  email: string | null;
  /** The telephone that both have, masked. */
  phone: string | null;

  static from({ own, other, by, strength }: PersonEvidence<TeamPersonCompared>): SamePersonDto {
    const email = own.emails.find((one) => other.emails.includes(one));
    const person = ({ name, role, organisationName }: TeamPersonCompared) => ({
      ...{ name, role, organisation: organisationName },
    });
    return {
      ...{ own: person(own), other: person(other), by: [...by], strength },
      email: email === undefined ? null : maskedEmail(email),
      phone: by.includes('phone') && own.phone !== null ? maskedPhone(own.phone) : null,
    };
  }
}

export class DuplicateMarkDto {
  id: string;
  verdict: DuplicateVerdict;
  note: string;
  /** Null where the account is gone. */
  by: string | null;
  at: string;
  /** Whether more speaks for the pair now than when it was marked. */
  isOutdated: boolean;
}

export class DuplicatePairDto {
  entry: PairedEntryDto;
  other: PairedEntryDto;
  @ApiProperty({ enum: duplicateStrengths })
  strength: DuplicateStrength;
  title: SimilarTitlesDto | null;
  files: SameFileDto[];
  people: SamePersonDto[];
  mark: DuplicateMarkDto | null;

  static from({ entry, other, strength, evidence, mark }: DuplicatePair): DuplicatePairDto {
    const { title, files, people } = evidence;
    return {
      ...{ entry: PairedEntryDto.from(entry), other: PairedEntryDto.from(other), strength },
      title: title && {
        ...{ own: title.own, other: title.other, strength: title.strength },
        percent: Math.floor(title.similarity * 100),
      },
      files: files.map(({ own, other: its }) => ({
        ...{ sha256: own.sha256, size: own.size, own: own.name, other: its.name },
      })),
      people: people.map((person) => SamePersonDto.from(person)),
      mark: mark && { ...mark, at: mark.at.toISOString() },
    };
  }
}

export class DuplicatePageDto {
  /** The strongest first. */
  pairs: DuplicatePairDto[];
  total: number;
  /** Entries that wait to be compared. */
  waiting: number;
  /** Null on the last page. */
  nextCursor: string | null;

  static from({ pairs, ...page }: DuplicatePage): DuplicatePageDto {
    return { ...page, pairs: pairs.map((pair) => DuplicatePairDto.from(pair)) };
  }
}
