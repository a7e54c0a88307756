import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.js';
import type { TranslationState } from '../submission/translation/translation-queries.js';

export type QueuedEntry = Schemas['QueuedEntryDto'];
export type CheckedEntry = Schemas['CheckedEntryDto'];
export type EligibilityState = QueuedEntry['state'];
export type EligibilitySetting = Schemas['EligibilitySettingDto'];
export type CheckEntries = Schemas['CheckEntriesDto'];
export type Decision = CheckEntries['decision'];

export const eligibilityStates: readonly EligibilityState[] = [
  'unchecked',
  'corrected',
  'second-reading',
  'needs-correction',
  'overdue',
  'passed',
  'failed',
];

export function isEligibilityState(value: string | null): value is EligibilityState {
  return eligibilityStates.some((state) => state === value);
}

export interface QueueFilter {
  state: EligibilityState;
  track: string;
  q: string;
  /** Empty for any. */
  translation: TranslationState | '';
}

export const queueQuery = (slug: string, { state, track, q, translation }: QueueFilter, limit = 50) =>
  infiniteQueryOptions({
    queryKey: ['eligibility', slug, 'queue', state, track, q, translation, limit],
    initialPageParam: 0,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/editions/{slug}/eligibility', {
          params: {
            path: { slug },
            query: {
              ...{ state, after: pageParam, limit },
              ...(track && { track }),
              ...(q && { q }),
              ...(translation && { translation }),
            },
          },
        }),
      ),
    getNextPageParam: ({ nextAfter }) => nextAfter ?? undefined,
    // The rows stay while another state is fetched: nothing jumps.
    placeholderData: (earlier) => earlier,
  });

export const checkedEntryQuery = (slug: string, publicId: string) =>
  queryOptions({
    queryKey: ['eligibility', slug, 'entry', publicId],
    queryFn: () =>
      answer(
        api.GET('/api/v1/editions/{slug}/eligibility/entries/{publicId}', { params: { path: { slug, publicId } } }),
      ),
  });

export const settingQuery = (slug: string) =>
  queryOptions({
    queryKey: ['eligibility-setting', slug],
    queryFn: () => answer(api.GET('/api/v1/editions/{slug}/eligibility/setting', { params: { path: { slug } } })),
  });

export const admissionQuery = (slug: string) =>
  queryOptions({
    queryKey: ['eligibility', slug, 'admission'],
    queryFn: () => answer(api.GET('/api/v1/editions/{slug}/eligibility/admission', { params: { path: { slug } } })),
  });

export const decide = (slug: string) => (body: CheckEntries, key: string) =>
  answer(
    api.POST('/api/v1/editions/{slug}/eligibility/checks', {
      params: { path: { slug }, header: { 'Idempotency-Key': key } },
      body,
    }),
  );

export type DirectEntry = Schemas['DirectEntryDto'];

export const directEntriesQuery = (slug: string) =>
  queryOptions({
    queryKey: ['direct-entries', slug],
    queryFn: () => answer(api.GET('/api/v1/editions/{slug}/direct-entries', { params: { path: { slug } } })),
  });
