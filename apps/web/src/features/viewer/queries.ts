import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.js';
import { askFilesAgainMs, progressOf, type ReadFiles } from './ask-files-again.js';

export type ViewingCopy = Schemas['ViewingCopyDto'];

/** While pages are rendered, more of them are asked for; afterwards only a younger link. */
const askAgainMs = 2000;
const linkMs = 240_000;

export const copyOptions = (queryKey: readonly string[], queryFn: () => Promise<ViewingCopy>) =>
  queryOptions({
    queryKey,
    queryFn,
    staleTime: linkMs,
    refetchInterval: ({ state }) => {
      const step = state.data?.state;
      if (step === 'unshowable') return false;
      return step === 'waiting' || step === 'rendering' ? askAgainMs : linkMs;
    },
  });

export const ownCopyQuery = (file: string) =>
  copyOptions(['viewing-copy', file], () =>
    answer(api.GET('/api/v1/entry-files/{publicId}/pages', { params: { path: { publicId: file } } })),
  );

export const officeCopyQuery = (entry: string, file: string) =>
  copyOptions(['viewing-copy', entry, file], () =>
    answer(
      api.GET('/api/v1/entries/{publicId}/office/files/{filePublicId}/pages', {
        params: { path: { publicId: entry, filePublicId: file } },
      }),
    ),
  );

export const officeFilesQuery = (entry: string) =>
  queryOptions({
    queryKey: ['office-files', entry],
    queryFn: async ({ client, queryKey }): Promise<ReadFiles> => {
      const read = await answer(
        api.GET('/api/v1/entries/{publicId}/office/files', { params: { path: { publicId: entry } } }),
      );
      const before = client.getQueryData<ReadFiles>(queryKey);
      return { ...read, unchanged: before && progressOf(before) === progressOf(read) ? before.unchanged + 1 : 0 };
    },
    refetchInterval: ({ state }) => askFilesAgainMs(state.data),
  });
