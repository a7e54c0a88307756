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

export type OwnerCompetitors = Schemas['OwnerCompetitorsDto'];
export type OwnerCompetitor = Schemas['OwnerCompetitorDto'];

/** What recording one, or striking one out, makes to be read anew. */
export const competitorKeys = ['owner-competitors', 'conflict-candidates', 'assignment'] as const;

export const ownerCompetitorsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['owner-competitors', slug],
    queryFn: () => answer(api.GET('/api/v1/editions/{slug}/owner-competitors', { params: { path: { slug } } })),
  });
