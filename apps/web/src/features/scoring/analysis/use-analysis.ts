import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answer, api } from '../../../api/client.js';
import { listenToStages } from '../../../api/events.js';
import type { Analysis } from './analysis-types.js';

const firstWait = 3000;
const longestWait = 30_000;

/** Whether more of it comes by itself. */
export function isUnderWay({ state, run, closedReason }: Analysis): boolean {
  return (state === 'computing' && run !== null) || (state === 'ready' && closedReason === 'not-computed');
}

/**
 * Each reading is an event in the ledger: it happens when a person asks, and while the analysis is being computed, at
 * growing intervals.
 */
const analysisQuery = (stageId: string) =>
  queryOptions({
    queryKey: ['analysis', stageId],
    queryFn: () => answer(api.GET('/api/v1/stages/{stageId}/analysis', { params: { path: { stageId } } })),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Infinity,
    gcTime: 0,
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      data && isUnderWay(data) ? Math.min(longestWait, firstWait * 2 ** (dataUpdateCount - 1)) : false,
  });

/** The analysis of a stage; where nothing is tallied yet, asked again when the first run is told of. */
export function useAnalysis(stageId: string) {
  const client = useQueryClient();
  const query = useQuery(analysisQuery(stageId));
  const waits = query.data?.state === 'computing' && query.data.run === null;
  useEffect(() => {
    if (!waits) return undefined;
    return listenToStages({
      event: (event) => {
        if (event.stageId === stageId) void client.invalidateQueries({ queryKey: ['analysis', stageId] });
      },
      state: () => undefined,
    });
  }, [client, stageId, waits]);
  return query;
}

/** Every sheet of a stage; also an event in the ledger, so it is read only where it is shown. */
export const heatMapQuery = (stageId: string) =>
  queryOptions({
    queryKey: ['analysis-heat-map', stageId],
    queryFn: () => answer(api.GET('/api/v1/stages/{stageId}/analysis/heat-map', { params: { path: { stageId } } })),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Infinity,
    gcTime: 0,
  });
