import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.js';

export type AssignmentDesk = Schemas['AssignmentDeskDto'];
export type AssignmentRun = Schemas['AssignmentRunDto'];
export type AssignmentPreview = Schemas['AssignmentPreviewDto'];
export type AssignmentParameters = Schemas['AssignmentParametersDto'];
export type NamedFinding = Schemas['NamedFindingDto'];
export type DeskJudge = Schemas['DeskJudgeDto'];
export type EntryWithJudges = Schemas['EntryWithJudgesDto'];
export type EntryJudge = Schemas['EntryJudgeDto'];

/** What an act on assignments makes to be read anew. */
export const assignmentKeys = [
  'assignment',
  'assigned-entries',
  'assignment-preview',
  'assignment-run',
  'wall',
] as const;

/** Milliseconds between two looks at a plan that is being made. */
const lookEvery = 1500;
const entriesARequest = 500;

export const isGoing = ({ state }: AssignmentRun) => state === 'pending' || state === 'running';

export const deskQuery = (stageId: string) =>
  queryOptions({
    queryKey: ['assignment', stageId],
    queryFn: () => answer(api.GET('/api/v1/stages/{stageId}/assignment', { params: { path: { stageId } } })),
  });

export const runQuery = (stageId: string, runId: string) =>
  queryOptions({
    queryKey: ['assignment-run', stageId, runId],
    queryFn: () =>
      answer(api.GET('/api/v1/stages/{stageId}/assignment-runs/{runId}', { params: { path: { stageId, runId } } })),
    refetchInterval: ({ state: { data } }) => (data === undefined || isGoing(data) ? lookEvery : false),
    staleTime: 0,
  });

export const previewQuery = (stageId: string, runId: string) =>
  queryOptions({
    queryKey: ['assignment-preview', stageId, runId],
    queryFn: () =>
      answer(
        api.GET('/api/v1/stages/{stageId}/assignment-runs/{runId}/preview', { params: { path: { stageId, runId } } }),
      ),
  });

/** @param runId of a plan; null: what stands */
export const entriesQuery = (stageId: string, runId: string | null) =>
  infiniteQueryOptions({
    queryKey: ['assigned-entries', stageId, runId],
    initialPageParam: 0,
    queryFn: ({ pageParam }) => {
      const query = { after: pageParam, limit: entriesARequest };
      return runId === null
        ? answer(api.GET('/api/v1/stages/{stageId}/assigned-entries', { params: { path: { stageId }, query } }))
        : answer(
            api.GET('/api/v1/stages/{stageId}/assignment-runs/{runId}/entries', {
              params: { path: { stageId, runId }, query },
            }),
          );
    },
    getNextPageParam: ({ nextAfter }) => nextAfter ?? undefined,
  });
