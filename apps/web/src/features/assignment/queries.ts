import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.js';
import { type Part, partOf, whole } from '../judging/wall/whole-list.js';

export type AssignmentDesk = Schemas['AssignmentDeskDto'];
export type AssignmentRun = Schemas['AssignmentRunDto'];
export type AssignmentPreview = Schemas['AssignmentPreviewDto'];
export type AssignmentParameters = Schemas['AssignmentParametersDto'];
export type NamedFinding = Schemas['NamedFindingDto'];
export type DeskJudge = Schemas['DeskJudgeDto'];
export type AssignedEntries = Schemas['AssignedEntriesDto'];
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

/** Of which entries something is asked. */
export interface EntriesFilter {
  /** An entry's number, or part of its title or of a judge's name. */
  q: string;
  /** Only those with fewer judges than that; null: all. */
  below: number | null;
  /** Only those that the plan changes. */
  isChanged: boolean;
}

export const allEntries: EntriesFilter = { q: '', below: null, isChanged: false };

function readEntries(stageId: string, runId: string | null, { q, below, isChanged }: EntriesFilter, part: Part) {
  const query = { ...part, q, ...(below === null ? {} : { below }), isChanged };
  return runId === null
    ? answer(api.GET('/api/v1/stages/{stageId}/assigned-entries', { params: { path: { stageId }, query } }))
    : answer(
        api.GET('/api/v1/stages/{stageId}/assignment-runs/{runId}/entries', {
          params: { path: { stageId, runId }, query },
        }),
      );
}

/**
 * A page of the stage's entries with their judges.
 *
 * @param runId of a plan; null: what stands
 * @param page from 1
 */
export const entriesQuery = (stageId: string, runId: string | null, filter: EntriesFilter, page: number) =>
  queryOptions({
    queryKey: ['assigned-entries', stageId, runId, filter, page],
    queryFn: () => readEntries(stageId, runId, filter, partOf(page)),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

/** All of them, for a file or for paper. */
export const wholeEntries = (stageId: string, runId: string | null, filter: EntriesFilter) =>
  whole(
    (part) => readEntries(stageId, runId, filter, part),
    ({ entries }) => entries,
  );
