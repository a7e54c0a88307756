import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.js';

export type PublicContest = Schemas['PublicContestDto'];
export type PublicEdition = Schemas['PublicEditionDto'];

export const publicEditionsQuery = queryOptions({
  queryKey: ['public-editions'],
  queryFn: () => answer(api.GET('/api/v1/public/editions')),
  staleTime: 60_000,
});
