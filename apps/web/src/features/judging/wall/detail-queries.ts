import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../../api/client.js';
import { type Part, partOf, whole } from './whole-list.js';

export type WallCoverage = Schemas['WallCoverageListDto'];
export type WallMap = Schemas['WallMapDto'];
export type WallChanges = Schemas['WallChangesDto'];
export type WallChangeKind = WallChanges['counts'][number]['kind'];

const readCoverage = (stageId: string, query: Part) =>
  answer(api.GET('/api/v1/stages/{stageId}/wall-coverage', { params: { path: { stageId }, query } }));
const readMap = (stageId: string, query: Part) =>
  answer(api.GET('/api/v1/stages/{stageId}/wall-map', { params: { path: { stageId }, query } }));
const readChanges = (stageId: string, query: Part & { kind?: WallChangeKind }) =>
  answer(api.GET('/api/v1/stages/{stageId}/wall-changes', { params: { path: { stageId }, query } }));

/** @param page from 1 */
export const coverageQuery = (stageId: string, page: number) =>
  queryOptions({
    queryKey: ['wall-coverage', stageId, page],
    queryFn: () => readCoverage(stageId, partOf(page)),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

export const mapQuery = (stageId: string, page: number) =>
  queryOptions({
    queryKey: ['wall-map', stageId, page],
    queryFn: () => readMap(stageId, partOf(page)),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

/** @param kind of one kind alone; empty: all */
export const changesQuery = (stageId: string, page: number, kind: WallChangeKind | '') =>
  queryOptions({
    queryKey: ['wall-changes', stageId, page, kind],
    queryFn: () => readChanges(stageId, { ...partOf(page), ...(kind === '' ? {} : { kind }) }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

/** Every entry below the floor, for a file. */
export const wholeCoverage = (stageId: string) =>
  whole(
    (part) => readCoverage(stageId, part),
    ({ entries }) => entries,
  );
/** Every change, for a file. */
export const wholeChanges = (stageId: string, kind: WallChangeKind | '') =>
  whole(
    (part) => readChanges(stageId, { ...part, ...(kind === '' ? {} : { kind }) }),
    ({ lines }) => lines,
  );
/** Every page of the map, for a file: each names the judges that it has. */
export const mapPages = (stageId: string) =>
  whole(
    (part) => readMap(stageId, part),
    (page) => [page],
    ({ entries }) => entries.length,
  );
