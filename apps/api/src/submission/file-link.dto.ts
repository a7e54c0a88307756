import type { EntryFileView, FileLink } from '#submission';
import { EntryFileDto } from './entry-file.dto.js';

export class FileLinkDto {
  /** Opens the file without a cookie, for five minutes. */
  url: string;
  expiresAt: string;

  static from({ url, expiresAt }: FileLink): FileLinkDto {
    return { url, expiresAt: expiresAt.toISOString() };
  }
}

export class OfficeFilesDto {
  files: EntryFileDto[];

  static from(files: readonly EntryFileView[]): OfficeFilesDto {
    return { files: files.map((file) => EntryFileDto.from(file)) };
  }
}
