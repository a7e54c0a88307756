import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../../api/client.js';

export type PassingSwitch = Schemas['PassingSwitchDto'];
export type ReceivingOffice = Schemas['ReceivingOfficeDto'];
export type NewReceivingOffice = Schemas['NewReceivingOfficeDto'];
export type EditionAvoidance = Schemas['EditionAvoidanceDto'];

export const officeKinds = ['district', 'park', 'investor', 'other'] as const;

/** Below the entry, whose answers and files decide what would be passed on. */
export const passingQuery = (publicId: string) =>
  queryOptions({
    queryKey: ['entry', publicId, 'passing'],
    queryFn: () => answer(api.GET('/api/v1/entries/{publicId}/passing', { params: { path: { publicId } } })),
  });

export const receivingOfficesQuery = (slug: string) =>
  queryOptions({
    queryKey: ['receiving-offices', slug],
    queryFn: () => answer(api.GET('/api/v1/editions/{slug}/receiving-offices', { params: { path: { slug } } })),
  });

export const allowedEntriesQuery = (slug: string, office: string) =>
  infiniteQueryOptions({
    queryKey: ['receiving-offices', slug, office],
    queryFn: ({ pageParam: after }) =>
      answer(
        api.GET('/api/v1/editions/{slug}/receiving-offices/{office}/entries', {
          params: { path: { slug, office }, query: { after } },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export interface AvoidanceFilter {
  readonly kind: '' | 'person' | 'employer';
  readonly q: string;
}

export const editionAvoidancesQuery = (slug: string, { kind, q }: AvoidanceFilter) =>
  infiniteQueryOptions({
    queryKey: ['edition-avoidances', slug, kind, q],
    queryFn: ({ pageParam: after }) =>
      answer(
        api.GET('/api/v1/editions/{slug}/avoidances', {
          params: {
            path: { slug },
            query: { after, ...(kind === '' ? {} : { kind }), ...(q === '' ? {} : { q }) },
          },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next ?? undefined,
    // Each reading goes into the ledger: none without somebody who looks.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    // The list stays while another filter is asked for.
    placeholderData: (previous) => previous,
  });
