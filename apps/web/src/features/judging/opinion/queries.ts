import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../../api/client.js';

export type TechnicalOpinions = Schemas['TechnicalOpinionsDto'];
export type TechnicalOpinion = Schemas['TechnicalOpinionDto'];
export const opinionLevels = ['meets', 'meets-in-part', 'does-not-meet'] as const satisfies TechnicalOpinion['level'][];

export const opinionKeys = ['technical-opinions'] as const;

export const technicalOpinionsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['technical-opinions', slug],
    queryFn: () => answer(api.GET('/api/v1/editions/{slug}/technical-opinions', { params: { path: { slug } } })),
  });
