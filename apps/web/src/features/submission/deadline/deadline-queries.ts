import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../../api/client.js';

export type DeadlineDesk = Schemas['DeadlineDeskDto'];
export type ExtendableEntry = Schemas['ExtendableEntryDto'];

export const deadlineQuery = (slug: string) =>
  queryOptions({
    queryKey: ['deadline', slug],
    queryFn: () => answer(api.GET('/api/v1/editions/{slug}/deadline', { params: { path: { slug } } })),
  });
