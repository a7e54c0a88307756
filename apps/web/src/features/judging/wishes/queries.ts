import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../../api/client.js';

export type WishingEdition = Schemas['WishingEditionDto'];
export type FieldGroup = Schemas['WishedFieldGroupDto'];
export type Wish = NonNullable<FieldGroup['wish']>;

/** `can` is what stands where nothing is said. */
export const wishChoices = ['gladly', 'can', 'rather-not'] as const;

export const myWishesQuery = queryOptions({
  queryKey: ['my-wishes'],
  queryFn: () => answer(api.GET('/api/v1/my/wishes')),
});
