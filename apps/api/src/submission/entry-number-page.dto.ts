import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

const asNumber = ({ value }: { value: unknown }) =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;

/** A page of what is listed by entry number. */
export class EntryNumberPageDto {
  /** Number of the last entry of the page before. */
  @IsOptional()
  @Transform(asNumber)
  @IsInt()
  @Min(0)
  @Max(999_999_999)
  after?: number;
}

/** Entries on a page. */
export const entriesAPage = 50;
