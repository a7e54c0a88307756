import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../../api/client.js';

export type JudgePapers = Schemas['JudgePapersDto'];
export type PaperJudge = JudgePapers['judges'][number];
export type ScheduledEntry = Schemas['ScheduledEntriesDto']['entries'][number];

const path = (stageId: string) => ({ path: { stageId } });

export const judgePapersQuery = (stageId: string) =>
  queryOptions({
    queryKey: ['judge-papers', stageId],
    queryFn: () => answer(api.GET('/api/v1/stages/{stageId}/judge-papers', { params: path(stageId) })),
    staleTime: 0,
  });

export const scheduleQuery = (stageId: string) =>
  infiniteQueryOptions({
    queryKey: ['judge-papers', stageId, 'entries'],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/stages/{stageId}/judge-papers/entries', {
          params: { ...path(stageId), query: { after: pageParam, limit: 200 } },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const read = pages.reduce((sum, { entries }) => sum + entries.length, 0);
      return read < total ? read : undefined;
    },
    staleTime: 0,
  });
