import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { type OrganisationLanguage, organisationLanguages, type OrganisationNameKind } from '#domain';
import type { OrganisationDetail, OrganisationPage, OrganisationSuggestion } from '#identity';
import type { MergeConsequences } from '#submission';
import { NameDto } from '../contest/name.dto.js';
import { wholeNumber } from '../http/whole-number.js';

const nullIfBlank = ({ value }: { value: unknown }) =>
  typeof value === 'string' && value.trim() === '' ? null : value;
const furtherKinds = ['name', 'abbreviation', 'misspelling', 'former-name'] as const;

export class OrganisationSuggestionQueryDto {
  /** What was typed so far. */
  @IsString()
  @Length(1, 200)
  q: string;

  @IsOptional()
  @Transform(wholeNumber)
  @IsInt()
  @Min(1)
  @Max(20)
  limit: number = 8;
}

export class OrganisationSuggestionDto {
  /** To be written into the field. */
  text: string;
  name: NameDto;
  /** What it is a branch of. */
  branchOf: NameDto | null;
}

export class OrganisationSuggestionsDto {
  /** The likeliest first. */
  suggestions: OrganisationSuggestionDto[];

  static from(suggestions: readonly OrganisationSuggestion[]): OrganisationSuggestionsDto {
    return { suggestions: suggestions.map((suggestion) => ({ ...suggestion })) };
  }
}

export class OrganisationListQueryDto {
  /** Part of any of its names, or its 统一社会信用代码. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q: string = '';

  /** Id of the last one of the page before. */
  @IsOptional()
  @IsUUID()
  after?: string;

  @IsOptional()
  @Transform(wholeNumber)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;
}

export class NamedOrganisationDto {
  id: string;
  name: NameDto;
}

export class ListedOrganisationDto extends NamedOrganisationDto {
  code: string | null;
  countryCode: string | null;
  parent: NamedOrganisationDto | null;
  /** Beside the canonical ones, with those of what was merged into it. */
  names: number;
  branches: number;
}

export class OrganisationPageDto {
  /** By English name, else the Chinese one. */
  organisations: ListedOrganisationDto[];
  /** Over all pages. */
  total: number;
  nextAfter: string | null;

  static from({ organisations, total, nextAfter }: OrganisationPage): OrganisationPageDto {
    return { organisations: organisations.map((organisation) => ({ ...organisation })), total, nextAfter };
  }
}

export class OrganisationNameDto {
  id: string;
  kind: OrganisationNameKind;
  language: OrganisationLanguage;
  text: string;
}

export class MergedOrganisationDto extends NamedOrganisationDto {
  code: string | null;
  names: string[];
}

export class OrganisationActDto {
  kind: 'registered' | 'changed' | 'named' | 'name-removed' | 'merged' | 'separated';
  /** The name it is about. */
  text: string | null;
  /** The other one of a merge or its undoing. */
  other: NamedOrganisationDto | null;
  by: string | null;
  at: string;
}

export class OrganisationUseDto {
  /** Submitted entries of the reader's editions. */
  nominated: number;
  /** People in their teams. */
  people: number;
  /** Judges of these editions. */
  judges: number;
}

export class OrganisationDto extends NamedOrganisationDto {
  /** For If-Match. */
  version: number;
  nameZh: string | null;
  nameEn: string | null;
  code: string | null;
  countryCode: string | null;
  parent: NamedOrganisationDto | null;
  names: OrganisationNameDto[];
  branches: NamedOrganisationDto[];
  merged: MergedOrganisationDto[];
  /** Set where it was merged itself: the one that it stands for. */
  mergedInto: NamedOrganisationDto | null;
  use: OrganisationUseDto;
  /** Newest first, at most 200. */
  history: OrganisationActDto[];

  static from({ parentId: _, ...detail }: OrganisationDetail, use: OrganisationUseDto): OrganisationDto {
    return {
      ...detail,
      names: detail.names.map((name) => ({ ...name })),
      branches: detail.branches.map((branch) => ({ ...branch })),
      merged: detail.merged.map(({ names, ...merged }) => ({ ...merged, names: [...names] })),
      use: { ...use },
      history: detail.history.map(({ at, ...line }) => ({ ...line, at: at.toISOString() })),
    };
  }
}

export class OrganisationFactsDto {
  /** Canonical; at least one of the two. */
  @Transform(nullIfBlank)
  @IsOptional()
  @IsString()
  @MaxLength(200)
  nameZh: string | null = null;

  @Transform(nullIfBlank)
  @IsOptional()
  @IsString()
  @MaxLength(200)
  nameEn: string | null = null;

  /** 统一社会信用代码. */
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.replace(/\s/g, '').toUpperCase() || null : value,
  )
  @IsOptional()
  @IsString()
  @MaxLength(18)
  code: string | null = null;

  @IsOptional()
  @Matches(/^[A-Z]{2}$/)
  countryCode: string | null = null;

  /** What it is a branch of. */
  @IsOptional()
  @IsUUID()
  parentId: string | null = null;

  /** Whether another organisation may have the same name: then the name alone recognises neither. */
  @IsOptional()
  @IsBoolean()
  isShared: boolean = false;
}

export class OrganisationMadeDto {
  id: string;
}

export class NewOrganisationNameDto {
  @IsIn(furtherKinds)
  kind: (typeof furtherKinds)[number];

  @IsIn(organisationLanguages)
  language: OrganisationLanguage;

  @IsString()
  @Length(1, 200)
  text: string;

  /** As of `OrganisationFactsDto`. */
  @IsOptional()
  @IsBoolean()
  isShared: boolean = false;
}

export class MergeTargetDto {
  /** Id of the organisation that stays. */
  @IsUUID()
  into: string;
}

export class MergeOrganisationDto extends MergeTargetDto {
  /** Versions that the preview told. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  version: number;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  intoVersion: number;
}

export class MergeConsequencesDto {
  version: number;
  intoVersion: number;
  /** Names by which the one that stays is found from then on. */
  names: string[];
  branches: number;
  use: OrganisationUseDto;
  /** Names in submitted entries that are recognised from then on, as both had them. */
  recognised: number;
  warnings: ('codes-differ' | 'countries-differ' | 'place-falls-away' | 'one-is-branch')[];

  static from({ names, use, warnings, ...rest }: MergeConsequences): MergeConsequencesDto {
    return { ...rest, names: [...names], use: { ...use }, warnings: [...warnings] };
  }
}
