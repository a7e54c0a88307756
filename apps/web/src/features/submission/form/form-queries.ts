import { queryOptions } from '@tanstack/react-query';
import type { FormDefinition } from '#domain/form/form-definition';
import { answer, api } from '../../../api/client.js';

/** The form of a track; of the whole edition while no track is chosen. */
export const formQuery = (slug: string, track: string | undefined) =>
  queryOptions({
    queryKey: ['form', slug, track ?? ''],
    queryFn: async () => {
      const query = track === undefined ? {} : { track };
      const form = await answer(api.GET('/api/v1/editions/{slug}/form', { params: { path: { slug }, query } }));
      return definitionOf(form.definition);
    },
    staleTime: 60_000,
  });

/** The server checks a form before it publishes one. */
export function definitionOf(document: unknown): FormDefinition {
  return document as FormDefinition;
}
