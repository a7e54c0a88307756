import { infiniteQueryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.js';

export type TeamList = Schemas['TeamListDto'];
export type TeamListEntry = TeamList['entries'][number];
export type TeamListPerson = TeamListEntry['people'][number];
export type TeamListKind = 'sign-in' | 'contacts';

export interface TeamListChoice {
  readonly kind: TeamListKind;
  /** Empty: all. */
  readonly track: string;
  readonly stage: string;
}

export const teamListQuery = (slug: string, { kind, track, stage }: TeamListChoice) =>
  infiniteQueryOptions({
    queryKey: ['team-list', slug, kind, track, stage],
    initialPageParam: 0,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/editions/{slug}/team-list', {
          params: {
            path: { slug },
            query: {
              ...{ kind, after: pageParam, limit: 200 },
              ...(track === '' ? {} : { track }),
              ...(stage === '' ? {} : { stage }),
            },
          },
        }),
      ),
    getNextPageParam: ({ nextAfter }) => nextAfter ?? undefined,
    // What is printed is what was read: it does not change below the eyes.
    staleTime: Infinity,
    gcTime: 0,
  });
