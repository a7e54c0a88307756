import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../../api/client.js';

export type DueDiligence = Schemas['DueDiligenceDto'];
export type DueDiligenceCase = Schemas['DueDiligenceCaseDto'];
export type Findings = Omit<Schemas['KeepDueDiligenceDto'], 'version'>;

export const dueDiligenceQuery = (slug: string) =>
  queryOptions({
    queryKey: ['due-diligence', slug],
    queryFn: () => answer(api.GET('/api/v1/editions/{slug}/due-diligence', { params: { path: { slug } } })),
  });
