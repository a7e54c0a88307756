import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.js';

/** A published list as the API gives it. */
export type PublicAwardList = Schemas['PublicAwardListDto'];

export const publicAwardListsQuery = queryOptions({
  queryKey: ['public-award-lists'],
  queryFn: () => answer(api.GET('/api/v1/public/award-lists')),
});
