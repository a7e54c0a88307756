import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../../api/client.js';

export type DeclarationDesk = Schemas['DeclarationDeskDto'];
export type OwnTeam = Schemas['OwnTeamDto'];

export const declarationQuery = (slug: string, stageKey: string) =>
  queryOptions({
    queryKey: ['declaration', slug, stageKey],
    queryFn: () =>
      answer(api.GET('/api/v1/my/declarations/{slug}/{stageKey}', { params: { path: { slug, stageKey } } })),
    // Only of teams that the judge has seen is anything declared: the list is renewed by the declaration alone.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnReconnect: false,
  });

export const declarationPath = (slug: string, stageKey: string): string => `/judging/declaration/${slug}/${stageKey}`;
