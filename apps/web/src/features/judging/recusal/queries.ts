import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../../api/client.js';

export type OrganiserRecusals = Schemas['OrganiserRecusalsDto'];
export type OrganiserRecusal = Schemas['OrganiserRecusalDto'];
export type AwaitedOrder = Schemas['AwaitedOrderDto'];

/** What an organiser's recusal makes to be read anew: everything that may show its entry. */
export const organiserRecusalKeys = ['organiser-recusals', 'entries', 'eligibility', 'duplicates'] as const;

export const organiserRecusalsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['organiser-recusals', slug],
    queryFn: () => answer(api.GET('/api/v1/editions/{slug}/organiser-recusals', { params: { path: { slug } } })),
  });

export type RecusalOrders = Schemas['RecusalOrdersDto'];
export type RecusalOrder = Schemas['RecusalOrderDto'];

/** What an order, or its end, makes to be read anew. */
export const recusalOrderKeys = ['recusal-orders', 'organiser-recusals', 'stage-recusals', 'wall'] as const;

export const recusalOrdersQuery = (slug: string) =>
  queryOptions({
    queryKey: ['recusal-orders', slug],
    queryFn: () => answer(api.GET('/api/v1/editions/{slug}/recusal-orders', { params: { path: { slug } } })),
  });

export type StageRecusal = Schemas['StageRecusalDto'];
export type EntryToCover = Schemas['EntryToCoverDto'];

/** Sheets come in all the time, and each asking is noted: what they change here is read once a minute. */
const renewedEvery = 60_000;

/** @param assignments that stand in the stage: a recusal makes them fewer */
export const stageRecusalsQuery = (stageId: string, assignments: number) =>
  queryOptions({
    queryKey: ['stage-recusals', stageId, assignments],
    queryFn: () => answer(api.GET('/api/v1/stages/{stageId}/recusals', { params: { path: { stageId } } })),
    placeholderData: keepPreviousData,
    refetchInterval: renewedEvery,
  });

/** No sheet changes whom to call on: asked anew for other assignments alone. */
export const substitutesQuery = (stageId: string, assignments: number) =>
  queryOptions({
    queryKey: ['substitutes', stageId, assignments],
    queryFn: () => answer(api.GET('/api/v1/stages/{stageId}/substitutes', { params: { path: { stageId } } })),
    placeholderData: keepPreviousData,
    retry: false,
  });
