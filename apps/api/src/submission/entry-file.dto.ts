import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import {
  copyFaults,
  copyStates,
  fileRefusals,
  fileStates,
  fileTypes,
  type CopyFault,
  type CopyState,
  type FileRefusal,
  type FileState,
  type FileType,
} from '#domain';
import type { EntryFiles, EntryFileView } from '#submission';
import { NameDto } from '../contest/name.dto.js';

export class FileFieldDto {
  key: string;
  label: NameDto;
  help: NameDto | null;
  @ApiProperty({ enum: fileTypes, isArray: true })
  types: FileType[];
  maximumBytes: number;
  maximumCount: number;
}

export class CopyStandingDto {
  @ApiProperty({ enum: copyStates })
  state: CopyState;
  /** Why there is none; null unless there is none. */
  @ApiProperty({ enum: copyFaults, nullable: true, type: String })
  fault: CopyFault | null;
  /** Null until the file was opened. */
  pageCount: number | null;
  /** Of the pages that are there, each a picture. */
  bytes: number;
}

export class EntryFileDto {
  publicId: string;
  fieldKey: string;
  name: string;
  /** Bytes. */
  size: number;
  /** 64 hex digits. */
  sha256: string;
  @ApiProperty({ enum: fileStates })
  state: FileState;
  /** Why its content was refused; null unless it was. */
  @ApiProperty({ enum: fileRefusals, nullable: true, type: String })
  refusal: FileRefusal | null;
  /** Whether a virus scanner looked at it. */
  scan: 'not-scanned' | 'clean' | 'infected';
  /** While bytes of a submitted entry's file are still to follow: until when they may. */
  bytesUntil: string | null;
  /** Its viewing copy; null where it is not ready, or none that is shown page by page. */
  copy: CopyStandingDto | null;

  static from(file: EntryFileView): EntryFileDto {
    return { ...file, bytesUntil: file.bytesUntil?.toISOString() ?? null };
  }
}

export class EntryFilesDto {
  /** What the form takes. */
  fields: FileFieldDto[];
  files: EntryFileDto[];

  static from({ fields, files }: EntryFiles): EntryFilesDto {
    const taken = fields.map(({ types, ...field }) => ({ ...field, types: [...types] }));
    return { fields: taken, files: files.map((file) => EntryFileDto.from(file)) };
  }
}

export class NewFileDto {
  @IsString()
  @MaxLength(60)
  fieldKey: string;

  /** As typed. */
  @IsString()
  @MaxLength(500)
  name: string;

  /** Bytes. */
  @IsInt()
  @Min(0)
  @Max(2_147_483_648)
  size: number;

  /** Of all its bytes, 64 hex digits. */
  @Matches(/^[0-9a-f]{64}$/)
  sha256: string;

  /** Public id of the file of the same field whose place it takes. */
  @IsOptional()
  @IsUUID()
  replaces?: string;
}
