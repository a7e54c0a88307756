import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Length, MaxLength, ValidateNested } from 'class-validator';
import { type AvoidancePage, mostAvoidances } from '#submission';
import { EntryNumberPageDto } from './entry-number-page.dto.js';

export class AvoidanceDto {
  @IsIn(['person', 'employer'])
  kind: 'person' | 'employer';

  @IsString()
  @Length(1, 200)
  name: string;

  @IsString()
  @Length(1, 500)
  reason: string;
}

export class AvoidancesDto {
  @IsArray()
  @ArrayMaxSize(mostAvoidances)
  @ValidateNested({ each: true })
  @Type(() => AvoidanceDto)
  avoidances: AvoidanceDto[];

  static from(avoidances: AvoidanceDto[]): AvoidancesDto {
    return { avoidances };
  }
}

export class AvoidingEntryDto {
  publicId: string;
  number: number;
  title: string;
}

export class AvoidanceQueryDto extends EntryNumberPageDto {
  @IsOptional()
  @IsIn(['person', 'employer'])
  kind?: 'person' | 'employer';

  /** Looked for in names and titles, or the number of an entry. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;
}

export class EditionAvoidanceDto extends AvoidanceDto {
  entry: AvoidingEntryDto;
  /** In the team's own list, from 1. */
  position: number;
  recordedAt: string;
}

export class EditionAvoidancesDto {
  avoidances: EditionAvoidanceDto[];
  /** Rows of all pages. */
  total: number;
  /** For `after`; null where there are no more. */
  next: number | null;

  static from({ avoidances, total, next }: AvoidancePage): EditionAvoidancesDto {
    return {
      avoidances: avoidances.map(({ recordedAt, ...one }) => ({
        ...{ ...one, entry: { ...one.entry }, recordedAt: recordedAt.toISOString() },
      })),
      ...{ total, next },
    };
  }
}
