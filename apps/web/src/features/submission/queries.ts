import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.js';
import { returnToWork } from '../autosave/left-work.js';

export type EntryAnswers = Schemas['EntryFormDto'];
export type OwnEntry = Schemas['OwnEntryDto'];
export type OwnEntryLine = Schemas['OwnEntrySummaryDto'];

export const myEntriesQuery = queryOptions({
  queryKey: ['my-entries'],
  queryFn: () => answer(api.GET('/api/v1/my/entries')),
});

export const entryQuery = (publicId: string) =>
  queryOptions({
    queryKey: ['entry', publicId],
    queryFn: async () => {
      await returnToWork(publicId);
      return answer(api.GET('/api/v1/entries/{publicId}', { params: { path: { publicId } } }));
    },
    // What is being typed must not be replaced under the hands.
    staleTime: Infinity,
    gcTime: 0,
  });

/** The same for pages around an entry: it never feeds a form, so that a form begins with what is newest. */
export const entryHeadQuery = (publicId: string) =>
  queryOptions({
    queryKey: ['entry', publicId, 'head'],
    queryFn: () => answer(api.GET('/api/v1/entries/{publicId}', { params: { path: { publicId } } })),
  });

export const receiptQuery = (publicId: string) =>
  queryOptions({
    queryKey: ['entry-receipt', publicId],
    queryFn: () => answer(api.GET('/api/v1/entries/{publicId}/receipt', { params: { path: { publicId } } })),
  });

export const countriesQuery = queryOptions({
  queryKey: ['countries'],
  queryFn: () => answer(api.GET('/api/v1/public/countries')),
  staleTime: Infinity,
});
