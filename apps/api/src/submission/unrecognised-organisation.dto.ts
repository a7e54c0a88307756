import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { type NamedPlace, namedPlaceNames, type OrganisationNaming, type UnrecognisedPage } from '#submission';
import { NameDto } from '../contest/name.dto.js';
import { NamedOrganisationDto } from './organisation.dto.js';
import { wholeNumber } from '../http/whole-number.js';

export class UnrecognisedQueryDto {
  /** How many names were told before. */
  @IsOptional()
  @Transform(wholeNumber)
  @IsInt()
  @Min(0)
  after: number = 0;

  @IsOptional()
  @Transform(wholeNumber)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 25;
}

export class OrganisationMatchDto extends NamedOrganisationDto {
  /** Its name that is most alike. */
  found: string;
  /** 0 to 1, over pairs of Chinese characters and triples of letters, without legal forms. */
  similarity: number;
  evidence: 'shared-name' | 'same-without-legal-form' | 'similar';
  code: string | null;
  countryCode: string | null;
  branchOf: NameDto | null;
}

export class UnrecognisedNameDto {
  /** As most have typed it. */
  text: string;
  variants: string[];
  entries: number;
  /** Judges whose employer it is, or was. */
  judges: number;
  matches: OrganisationMatchDto[];
}

export class UnrecognisedPageDto {
  /** The most frequent first. */
  names: UnrecognisedNameDto[];
  total: number;
  nextAfter: number | null;

  static from({ names, total, nextAfter }: UnrecognisedPage): UnrecognisedPageDto {
    return {
      names: names.map(({ variants, matches, ...name }) => ({
        ...name,
        variants: [...variants],
        matches: matches.map(({ version: _version, ...match }) => ({ ...match })),
      })),
      total,
      nextAfter,
    };
  }
}

export class NamingQueryDto {
  /** As typed; where it is left out, what was told apart by hand. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  name?: string;
}

export class OrganisationPlaceDto {
  @IsIn(namedPlaceNames)
  place: NamedPlace;

  /** Of the entry, of the person in the team, of the judge, or of what a judge's earlier employer is written as. */
  @IsUUID()
  id: string;
}

export class OrganisationNamingDto {
  place: NamedPlace;
  id: string;
  text: string;
  /** Null at a judge, as `title`. */
  number: number | null;
  title: string | null;
  person: string | null;
  role: 'lead' | 'member' | 'adviser' | 'judge' | null;
  /** What was said by hand. */
  organisation: NamedOrganisationDto | null;
}

export class OrganisationNamingsDto {
  namings: OrganisationNamingDto[];

  static from(namings: readonly OrganisationNaming[]): OrganisationNamingsDto {
    return { namings: namings.map((naming) => ({ ...naming })) };
  }
}

export class AssignOrganisationDto {
  /** Null: the places are recognised by their names again. */
  @ValidateIf((body: AssignOrganisationDto) => body.organisationId !== null)
  @IsUUID()
  organisationId: string | null;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => OrganisationPlaceDto)
  places: OrganisationPlaceDto[];
}
