import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../../api/client.js';

export type InterestStatement = Schemas['InterestStatementDto'];
export type NamedInterest = Schemas['NamedInterestDto'];

export const interestsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['interests', slug],
    queryFn: () => answer(api.GET('/api/v1/my/interests/{slug}', { params: { path: { slug } } })),
    // An open form is the judge's own: it is renewed on purpose, never under the hands.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export const interestsPath = (slug: string): string => `/judging/interests/${slug}`;
