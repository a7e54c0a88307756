import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

export class ReceiptQueryDto {
  /** The newest where it is left out. */
  @IsOptional()
  // What Number() would make of '1e2' or '0x10' is no number that anybody typed.
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value,
  )
  @IsInt()
  @Min(1)
  @Max(999_999)
  version?: number;
}
