import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.js';

export type PublicContest = Schemas['PublicEditionsDto']['contests'][number];
export type PublicEdition = PublicContest['editions'][number];

export const publicEditionsQuery = queryOptions({
  queryKey: ['public-editions'],
  queryFn: () => answer(api.GET('/api/v1/public/editions')),
  staleTime: 60_000,
});
