import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../../api/client.js';

export type OrganiserRecusals = Schemas['OrganiserRecusalsDto'];
export type OrganiserRecusal = Schemas['OrganiserRecusalDto'];

/** What an organiser's recusal makes to be read anew: everything that may show its entry. */
export const organiserRecusalKeys = ['organiser-recusals', 'entries', 'eligibility', 'duplicates'] as const;

export const organiserRecusalsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['organiser-recusals', slug],
    queryFn: () => answer(api.GET('/api/v1/editions/{slug}/organiser-recusals', { params: { path: { slug } } })),
  });

export type StageRecusal = Schemas['StageRecusalDto'];
export type EntryToCover = Schemas['EntryToCoverDto'];

/** @param seen of the wall: another means that assignments may have changed */
export const stageRecusalsQuery = (stageId: string, seen: string) =>
  queryOptions({
    queryKey: ['stage-recusals', stageId, seen],
    queryFn: () => answer(api.GET('/api/v1/stages/{stageId}/recusals', { params: { path: { stageId } } })),
    placeholderData: keepPreviousData,
  });

export const substitutesQuery = (stageId: string, seen: string) =>
  queryOptions({
    queryKey: ['substitutes', stageId, seen],
    queryFn: () => answer(api.GET('/api/v1/stages/{stageId}/substitutes', { params: { path: { stageId } } })),
    placeholderData: keepPreviousData,
    retry: false,
  });
