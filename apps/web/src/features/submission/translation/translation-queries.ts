import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../../api/client.js';

export type StandingTranslation = Schemas['EntryTranslationDto'];
export type ReadTranslation = Schemas['ReadTranslationDto'];
export type NewTranslation = Schemas['WriteTranslationDto'];
export type TranslationState = StandingTranslation['state'];

export const translationStates: readonly TranslationState[] = [
  'missing',
  'incomplete',
  'outdated',
  'unconfirmed',
  'confirmed',
];

export const ownTranslationQuery = (publicId: string) =>
  queryOptions({
    queryKey: ['entry-translation', publicId],
    queryFn: () => answer(api.GET('/api/v1/entries/{publicId}/translation', { params: { path: { publicId } } })),
    // What is being typed must not be replaced under the hands.
    staleTime: Infinity,
    gcTime: 0,
  });
