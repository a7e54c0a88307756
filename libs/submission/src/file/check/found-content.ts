import type { FileRefusal, FileType } from '#domain';

/** What a file turned out to be; type null where it is nothing that we take. */
export type FoundContent =
  { readonly type: FileType | null; readonly refusal: null } | { readonly type: null; readonly refusal: FileRefusal };
