import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../../api/client.js';

export type Team = Schemas['TeamDto'];
export type TeamPerson = Schemas['TeamPersonDto'];
export type IssuedInvitation = Schemas['IssuedInvitationDto'];
export type InvitationPreview = Schemas['InvitationPreviewDto'];
export type EntryConsent = Schemas['EntryConsentDto'];
export type Avoidance = Schemas['AvoidanceDto'];

const at = (publicId: string) => ({ params: { path: { publicId } } });

export const teamQuery = (publicId: string) =>
  queryOptions({
    queryKey: ['entry-team', publicId],
    queryFn: () => answer(api.GET('/api/v1/entries/{publicId}/team', at(publicId))),
  });

export const consentsQuery = (publicId: string) =>
  queryOptions({
    queryKey: ['entry-consents', publicId],
    queryFn: () => answer(api.GET('/api/v1/entries/{publicId}/consents', at(publicId))),
  });

export const avoidancesQuery = (publicId: string) =>
  queryOptions({
    queryKey: ['entry-avoidances', publicId],
    queryFn: () => answer(api.GET('/api/v1/entries/{publicId}/avoidances', at(publicId))),
  });

/** What an invitation says, by the token of its link or by its code. */
export const invitationQuery = (key: string) =>
  queryOptions({
    queryKey: ['invitation', key],
    queryFn: () => answer(api.POST('/api/v1/invitations/previews', { body: { key } })),
    retry: false,
    staleTime: Infinity,
  });
