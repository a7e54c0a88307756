import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.js';

export type ListedJudge = Schemas['ListedJudgeDto'];
export type JudgeRoster = Schemas['JudgeRosterDto'];
/** A change of a judge's address that awaits a second person. */
export type PendingAddress = JudgeRoster['addresses'][number];
export type RosterChange = Schemas['RosterChangeDto'];

/** What an act on judges makes to be read anew. */
export const judgeKeys = ['organisations', 'judge-roster'] as const;

export const judgesQuery = (slug: string, q: string) =>
  infiniteQueryOptions({
    queryKey: ['organisations', 'judges', slug, q],
    initialPageParam: 0,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/editions/{slug}/judges', {
          params: { path: { slug }, query: { q, after: pageParam, limit: 100 } },
        }),
      ),
    getNextPageParam: ({ nextAfter }) => nextAfter ?? undefined,
    placeholderData: (previous) => previous,
  });

export const rosterQuery = (slug: string) =>
  queryOptions({
    queryKey: ['judge-roster', slug],
    queryFn: () => answer(api.GET('/api/v1/editions/{slug}/judge-roster', { params: { path: { slug } } })),
  });
