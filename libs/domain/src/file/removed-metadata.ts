/** What an anonymised copy leaves out of a file, by kind. The page has a word for each. */
export const removedKinds = [
  'author',
  'title',
  'subject',
  'keywords',
  'company',
  'software',
  'dates',
  'custom-property',
  'xmp',
  'camera-and-place',
  'text-chunk',
  'comments',
  'revisions',
  'hidden-parts',
  'links',
  'preview',
  'identifiers',
] as const;
export type RemovedKind = (typeof removedKinds)[number];

export interface RemovedMetadata {
  readonly kind: RemovedKind;
  /** What stood there, at most 200 characters; null where it is not a text. */
  readonly value: string | null;
}
