import { ApiProperty } from '@nestjs/swagger';
import { copyFaults, copyStates, type CopyFault, type CopyState } from '#domain';
import type { CopyView } from '#submission';

export class CopyPageDto {
  /** From 1. */
  number: number;
  /** Pixels. */
  width: number;
  height: number;
}

export class ViewingCopyDto {
  @ApiProperty({ enum: copyStates })
  state: CopyState;
  /** Why there is none; null unless there is none. */
  @ApiProperty({ enum: copyFaults, nullable: true, type: String })
  fault: CopyFault | null;
  /** Of the whole file; null until it was opened. */
  pageCount: number | null;
  /** Those that are there, in order. */
  pages: CopyPageDto[];
  /** Opens `{url}/pages/{number}` and `{url}/thumbnails/{number}` without a cookie, for five minutes. */
  url: string;
  expiresAt: string;

  static from({ copy, url, expiresAt }: { copy: CopyView; url: string; expiresAt: Date }): ViewingCopyDto {
    return { ...copy, pages: [...copy.pages], url, expiresAt: expiresAt.toISOString() };
  }
}
