import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.js';

export type Organisation = Schemas['OrganisationDto'];
export type ListedOrganisation = Schemas['ListedOrganisationDto'];
export type OrganisationFacts = Schemas['OrganisationFactsDto'];
export type NewName = Schemas['NewOrganisationNameDto'];
export type NameKind = NewName['kind'];
export type NameLanguage = NewName['language'];
export type Naming = Schemas['OrganisationNamingDto'];
export type UnrecognisedName = Schemas['UnrecognisedNameDto'];

/** What an act on the register changes on other pages. */
export const renewed = ['organisations', 'unrecognised-organisations', 'eligibility'] as const;

export const nameKinds: readonly NameKind[] = ['name', 'abbreviation', 'misspelling', 'former-name'];
export const nameLanguages: readonly NameLanguage[] = ['zh', 'en', 'other'];

/** What a name is likely written in; the office may say otherwise. */
export function likelyLanguage(text: string): 'zh' | 'en' {
  return /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
}

export const organisationsQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['organisations', 'pages', q],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(api.GET('/api/v1/organisations', { params: { query: { q, after: pageParam, limit: 50 } } })),
    getNextPageParam: ({ nextAfter }) => nextAfter ?? undefined,
    // The list stays while another word is looked for.
    placeholderData: (previous) => previous,
  });

/** The first few that a search finds, to choose one of them. */
export const foundQuery = (q: string) =>
  queryOptions({
    queryKey: ['organisations', 'found', q],
    queryFn: () => answer(api.GET('/api/v1/organisations', { params: { query: { q, limit: 20 } } })),
    placeholderData: (previous) => previous,
  });

export const organisationQuery = (id: string) =>
  queryOptions({
    queryKey: ['organisations', 'one', id],
    queryFn: () => answer(api.GET('/api/v1/organisations/{id}', { params: { path: { id } } })),
  });

export const mergePreviewQuery = (id: string, into: string) =>
  queryOptions({
    queryKey: ['organisations', 'merge', id, into],
    queryFn: () =>
      answer(api.POST('/api/v1/organisations/{id}/merge-previews', { params: { path: { id } }, body: { into } })),
    gcTime: 0,
  });

export const suggestionsQuery = (q: string) =>
  queryOptions({
    queryKey: ['organisation-suggestions', q],
    queryFn: () => answer(api.GET('/api/v1/organisations/suggestions', { params: { query: { q, limit: 8 } } })),
    placeholderData: (previous) => previous,
    staleTime: 60_000,
    // It only helps with typing: a failure is not worth a second try, nor a word.
    retry: false,
  });

export const unrecognisedQuery = (slug: string) =>
  infiniteQueryOptions({
    queryKey: ['unrecognised-organisations', slug],
    initialPageParam: 0,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/editions/{slug}/unrecognised-organisations', {
          params: { path: { slug }, query: { after: pageParam, limit: 25 } },
        }),
      ),
    getNextPageParam: ({ nextAfter }) => nextAfter ?? undefined,
  });

/** Where a name stands that the register does not know. */
export const namingsQuery = (slug: string, name: string) =>
  queryOptions({
    queryKey: ['unrecognised-organisations', slug, 'namings', name],
    queryFn: () =>
      answer(
        api.GET('/api/v1/editions/{slug}/unrecognised-organisations/namings', {
          params: { path: { slug }, query: { name } },
        }),
      ),
  });

/** What was told apart by hand. */
export const assignedQuery = (slug: string) =>
  queryOptions({
    queryKey: ['unrecognised-organisations', slug, 'assigned'],
    queryFn: () =>
      answer(api.GET('/api/v1/editions/{slug}/unrecognised-organisations/namings', { params: { path: { slug } } })),
  });
