import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { entriesQuery, type EntryWithJudges } from './queries.js';

export interface AllEntries {
  /** Undefined until the first have come. */
  readonly entries: readonly EntryWithJudges[] | undefined;
  readonly isWhole: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Every entry of the stage with its judges: one request follows the other until all are here, for search, CSV and paper. */
export function useAllEntries(stageId: string, runId: string | null): AllEntries {
  const query = useInfiniteQuery(entriesQuery(stageId, runId));
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const entries = useMemo(() => query.data?.pages.flatMap((page) => page.entries), [query.data]);
  return {
    ...{ entries, isWhole: entries !== undefined && !hasNextPage, error: query.error },
    retry: () => void (entries === undefined ? query.refetch() : fetchNextPage()),
  };
}
