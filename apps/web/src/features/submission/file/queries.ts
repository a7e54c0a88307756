import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../../api/client.js';

export type EntryFile = Schemas['EntryFileDto'];
export type FileField = Schemas['FileFieldDto'];
export type EntryFiles = Schemas['EntryFilesDto'];

/** While a file is looked at or rendered, what became of it is asked for again. */
const askAgainMs = 2000;
const isUnderWay = ({ state, copy }: EntryFile) =>
  state === 'checking' || copy?.state === 'waiting' || copy?.state === 'rendering';

/** How many files stand at each field; one that was refused or never came does not. */
export function fileCounts(files: Schemas['EntryFilesDto']['files']): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { fieldKey, state } of files) {
    if (state !== 'refused' && state !== 'missing') counts[fieldKey] = (counts[fieldKey] ?? 0) + 1;
  }
  return counts;
}

export const entryFilesQuery = (publicId: string) =>
  queryOptions({
    queryKey: ['entry-files', publicId],
    queryFn: () => answer(api.GET('/api/v1/entries/{publicId}/files', { params: { path: { publicId } } })),
    refetchInterval: ({ state }) => (state.data?.files.some(isUnderWay) ? askAgainMs : false),
  });
