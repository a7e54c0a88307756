import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsObject, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import type { LateReceipt } from '#judging';
import { GivenSheetDto } from './score-sheet.dto.js';

export class HandInLateSheetDto extends GivenSheetDto {
  /** Criterion key → decimal string such as "8.5"; criteria may be absent, but not all. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  @IsObject()
  scores: Record<string, unknown>;

  /** The newest submitted revision over which it was typed; 0, and left out by pages of earlier versions, where there was none. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(999_999_999)
  revision?: number;

  /** When it was typed or decided, by the judge's device. */
  @IsOptional()
  @Matches(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?Z$/)
  typedAt?: string;
}

export class LateSheetReceiptDto {
  /** By the database's clock. */
  receivedAt: string;

  static from({ receivedAt }: LateReceipt): LateSheetReceiptDto {
    return { receivedAt: receivedAt.toISOString() };
  }
}

export class RefuseLateSheetDto {
  /** The judge reads it. */
  @IsString()
  @Length(1, 500)
  @Matches(/\S/)
  reason: string;
}
