import { infiniteQueryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.js';

export type DuplicatePair = Schemas['DuplicatePairDto'];
export type Verdict = Schemas['NewDuplicateMarkDto']['verdict'];

export const kinds = ['all', 'title', 'file', 'person'] as const;
export const strengths = ['weak', 'likely', 'strong'] as const;
export const states = ['open', 'duplicate', 'not-duplicate', 'all'] as const;

export interface DuplicateFilter {
  kind: (typeof kinds)[number];
  least: (typeof strengths)[number];
  state: (typeof states)[number];
}

/** As the address of the page has it; what it does not name is what an office looks at first. */
export function filterOf(search: URLSearchParams): DuplicateFilter {
  const given = (name: string) => search.get(name);
  return {
    kind: kinds.find((one) => one === given('kind')) ?? 'all',
    least: strengths.find((one) => one === given('least')) ?? 'likely',
    state: states.find((one) => one === given('state')) ?? 'open',
  };
}

const asked = ({ kind, least, state }: DuplicateFilter) => ({ least, state, ...(kind === 'all' ? {} : { kind }) });

export const csvAddress = (slug: string, filter: DuplicateFilter) =>
  `/api/v1/editions/${slug}/duplicates/csv?${new URLSearchParams(asked(filter)).toString()}`;

/** Entries are compared soon after they change: while some wait, the page looks again. */
const waitingLook = 5_000;
type Pages = { pages: readonly { waiting: number }[] } | undefined;
const lookAgain = ({ state }: { state: { data: Pages } }) => (state.data?.pages[0]?.waiting ? waitingLook : false);

export const duplicatesQuery = (slug: string, filter: DuplicateFilter) =>
  infiniteQueryOptions({
    queryKey: ['duplicates', slug, filter],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/editions/{slug}/duplicates', {
          params: { path: { slug }, query: { ...asked(filter), limit: 25, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: (earlier) => earlier,
    refetchInterval: lookAgain,
  });

export const entryDuplicatesQuery = (publicId: string) =>
  infiniteQueryOptions({
    queryKey: ['duplicates', 'entry', publicId],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/entries/{publicId}/duplicates', {
          params: { path: { publicId }, query: { limit: 10, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchInterval: lookAgain,
  });
