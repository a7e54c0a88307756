import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../../api/client.js';

export type FormNode = Schemas['FormNodeDto'];

export const formNodesQuery = (slug: string) =>
  queryOptions({
    queryKey: ['form-nodes', slug],
    queryFn: () => answer(api.GET('/api/v1/editions/{slug}/forms', { params: { path: { slug } } })),
  });

export const formDeskQuery = (slug: string, trackKey: string) =>
  queryOptions({
    queryKey: ['form-desk', slug, trackKey],
    queryFn: () =>
      answer(api.GET('/api/v1/editions/{slug}/forms/{trackKey}', { params: { path: { slug, trackKey } } })),
    // What is being edited must not be replaced under the hands.
    staleTime: Infinity,
    gcTime: 0,
  });
