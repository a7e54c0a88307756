import type { FileType } from '../form/form-definition.js';

/** Longest name of a file, in characters. */
export const fileNameLimit = 200;

/**
 * A file's name as it is stored and shown: in NFC, without characters that cannot be seen. Those that turn the
 * direction of writing (U+202E) or have no width make one name look like another, and no reader misses them.
 *
 * @returns null where it is empty, too long, a path, or holds control characters or half a character
 * @example cleanFileName('plan\u202Efdp.exe') // 'planfdp.exe'
 */
export function cleanFileName(typed: string): string | null {
  const name = typed
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .trim();
  const length = [...name].length;
  if (length === 0 || length > fileNameLimit || /^\.+$/.test(name)) return null;
  return /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}/\\]/u.test(name) ? null : name;
}

const typeByExtension: Readonly<Record<string, FileType>> = {
  ...{ pdf: 'pdf', docx: 'docx', pptx: 'pptx', xlsx: 'xlsx' },
  ...{ png: 'png', jpg: 'jpeg', jpeg: 'jpeg', mp4: 'mp4', zip: 'zip' },
};

/** What a file's name says it is; null where we take no such file. */
export function namedFileType(name: string): FileType | null {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(typeByExtension, extension) ? (typeByExtension[extension] as FileType) : null;
}

/** Media types of the files we take. */
export const mediaTypes: Readonly<Record<FileType, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  jpeg: 'image/jpeg',
  mp4: 'video/mp4',
  zip: 'application/zip',
};
