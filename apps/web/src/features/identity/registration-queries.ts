import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.js';

export type AccountPurpose = Schemas['AccountPurposeDto'];
export type RegistrationLetter = Schemas['RegistrationLetterDto'];

export const registrationTermsQuery = queryOptions({
  queryKey: ['registration-terms'],
  queryFn: () => answer(api.GET('/api/v1/registrations/terms')),
});
