import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../../api/client.js';

export type InterestStatement = Schemas['InterestStatementDto'];
export type NamedInterest = Schemas['NamedInterestDto'];

const statementOf = (slug: string) => answer(api.GET('/api/v1/my/interests/{slug}', { params: { path: { slug } } }));

export const interestsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['interests', slug],
    queryFn: () => statementOf(slug),
    // An open form is the judge's own: it is renewed on purpose, never under the hands.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** What stands at the server while a form opened from the version of this number is still under the hands. */
export const otherInterestsQuery = (slug: string, opened: number) =>
  queryOptions({
    queryKey: ['interests-elsewhere', slug, opened],
    queryFn: () => statementOf(slug),
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export const interestsPath = (slug: string): string => `/judging/interests/${slug}`;
