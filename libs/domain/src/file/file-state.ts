/**
 * The way of a file: *filed* (name, size and hash are known), *uploading*, *checking* (every byte is here and matches),
 * then *ready* or *refused*; *missing* where its bytes did not come in time.
 */
export const fileStates = ['filed', 'uploading', 'checking', 'ready', 'refused', 'missing'] as const;
export type FileState = (typeof fileStates)[number];

/** Why the check of a file's content refused it. The page has a sentence for each, with what to do. */
export const fileRefusals = [
  'content-differs-from-name',
  'type-not-allowed',
  'damaged',
  'encrypted',
  'active-content',
  'embedded-files',
  'archive-too-large',
  'archive-too-deep',
  'archive-unsafe-name',
  'macros',
  'image-too-large',
  'infected',
] as const;
export type FileRefusal = (typeof fileRefusals)[number];
