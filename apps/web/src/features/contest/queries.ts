import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.js';

export type StageLine = Schemas['StagesDto']['stages'][number];

export const editionsQuery = queryOptions({
  queryKey: ['editions'],
  queryFn: () => answer(api.GET('/api/v1/editions')),
});

export const stagesQuery = (slug: string) =>
  queryOptions({
    queryKey: ['stages', slug],
    queryFn: () => answer(api.GET('/api/v1/editions/{slug}/stages', { params: { path: { slug } } })),
  });
