import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
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
