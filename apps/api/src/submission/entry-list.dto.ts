import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { type TranslationState, translationStates } from '#domain';
import type { EntryPage, ListedEntry } from '#submission';
import { NameDto } from '../contest/name.dto.js';
import { CountryDto } from './country.dto.js';

export class PageQueryDto {
  /** Of the page before. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  cursor?: string;

  @IsOptional()
  // What Number() would make of '1e2' or '0x10' is no limit that anybody typed.
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : value,
  )
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;
}

export class EntryListQueryDto extends PageQueryDto {
  /** Part of a title or nominating body, or an entry's number. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  /** How the translation into the entry's other language stands. */
  @IsOptional()
  @IsIn(translationStates)
  translation?: TranslationState;
}

export class NamedLabelDto {
  name: NameDto;
}

export class ListedEntryDto {
  publicId: string;
  number: number;
  state: 'submitted' | 'withdrawn';
  title: string;
  track: NamedLabelDto;
  fieldGroup: NamedLabelDto | null;
  country: CountryDto;
  /** As the team typed it. */
  nominatingBody: string | null;
  /** What the register of organisations takes it for. */
  nominatingOrganisation: NameDto | null;
  lead: string | null;
  submittedAt: string;
  /** How the translation into the entry's other language stands. */
  @ApiProperty({ enum: translationStates })
  translation: TranslationState;
  eligibility: 'passed' | 'passed-once' | 'needs-correction' | 'failed' | null;

  static from(entry: ListedEntry): ListedEntryDto {
    return { ...entry, country: { ...entry.country }, submittedAt: entry.submittedAt.toISOString() };
  }
}

export class EntryPageDto {
  entries: ListedEntryDto[];
  /** Over all pages. */
  total: number;
  nextCursor: string | null;

  static from(page: EntryPage): EntryPageDto {
    const entries = page.entries.map((entry) => ListedEntryDto.from(entry));
    return { entries, total: page.total, nextCursor: page.nextCursor };
  }
}
