import { ApiProperty } from '@nestjs/swagger';
import type { PresentedEntry } from '#submission';
import { NameDto } from '../contest/name.dto.js';
import { CopyStandingDto } from './entry-file.dto.js';

export class PresentedFieldDto {
  /** The form's field (`OwnField` of libs/domain), without who reads it and when it is asked. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  field: object;
  /** As the field's kind has it: text, a list, an object. */
  @ApiProperty({})
  answer: unknown;
}

export class PresentedFileDto {
  publicId: string;
  label: NameDto;
  /** In a blind stage one that says nothing. */
  name: string;
  /** Null where there is nothing to read page by page. */
  copy: CopyStandingDto | null;
  /** Whether it may be played; never in a blind stage. */
  isVideo: boolean;
}

export class PresentedEntryDto {
  fields: PresentedFieldDto[];
  files: PresentedFileDto[];

  static from({ fields, files }: PresentedEntry): PresentedEntryDto {
    return { fields: [...fields], files: [...files] };
  }
}
