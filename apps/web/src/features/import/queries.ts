import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.js';

export type OpenImport = Schemas['ImportDto'];
export type ImportColumns = Schemas['ImportColumnsDto'];
export type ImportTarget = Schemas['ImportTargetDto'];
export type ImportPreview = Schemas['ImportPreviewDto'];
export type ImportCounts = Schemas['ImportCountsDto'];
export type BadCell = Schemas['BadCellDto'];
export type ImportLine = Schemas['ImportLineDto'];
export type ImportKind = OpenImport['kind'];

export const importKinds: readonly ImportKind[] = ['entries', 'teams', 'organisations', 'judges', 'problems'];

export function isImportKind(value: string | null): value is ImportKind {
  return importKinds.some((kind) => kind === value);
}

/** The sheet and the row of headers that a person chose in place of what was recognised. */
export type ChosenHeader = Pick<ImportColumns, 'sheet' | 'headerRow'>;

export const pastImportsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['imports', slug],
    queryFn: () => answer(api.GET('/api/v1/editions/{slug}/imports', { params: { path: { slug } } })),
  });

export const importQuery = (slug: string, publicId: string, header: ChosenHeader | null) =>
  queryOptions({
    queryKey: ['imports', slug, publicId, header],
    queryFn: () =>
      answer(
        api.GET('/api/v1/editions/{slug}/imports/{publicId}', {
          params: { path: { slug, publicId }, query: header ?? {} },
        }),
      ),
    placeholderData: (earlier) => earlier,
  });

export const previewQuery = (slug: string, publicId: string) =>
  queryOptions({
    queryKey: ['imports', slug, publicId, 'preview'],
    queryFn: () =>
      answer(api.GET('/api/v1/editions/{slug}/imports/{publicId}/preview', { params: { path: { slug, publicId } } })),
    // What is shown is what would be done: it changes when the reader asks for it, not below the eyes.
    staleTime: Infinity,
    gcTime: 0,
  });

/** A file with what tells it from another, so that a second one gets a key of its own. */
export interface ChosenFile {
  readonly kind: ImportKind;
  readonly name: string;
  readonly size: number;
  readonly changedAt: number;
  readonly file: File;
}

export const uploadFile =
  (slug: string) =>
  ({ kind, name, file }: ChosenFile, key: string) =>
    answer(
      api.POST('/api/v1/editions/{slug}/imports', {
        params: { path: { slug }, query: { kind, name }, header: { 'Idempotency-Key': key } },
        headers: { 'Content-Type': 'application/octet-stream' },
        body: file as unknown as string,
        bodySerializer: (body) => body,
      }),
    );

export const mapColumns = (slug: string, publicId: string) => (body: ImportColumns, key: string) =>
  answer(
    api.PUT('/api/v1/editions/{slug}/imports/{publicId}/columns', {
      params: { path: { slug, publicId }, header: { 'Idempotency-Key': key } },
      body,
    }),
  );

export const applyImport =
  (slug: string, publicId: string) =>
  ({ digest, reason }: { digest: string; reason: string }, key: string) =>
    answer(
      api.POST('/api/v1/editions/{slug}/imports/{publicId}/application', {
        params: { path: { slug, publicId }, header: { 'Idempotency-Key': key, 'If-Match': `"${digest}"` } },
        body: reason.trim() === '' ? {} : { reason: reason.trim() },
      }),
    );
