import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/use-text.js';
import { countriesQuery } from '../submission/queries.js';

interface Told {
  readonly code: string | null;
  readonly countryCode: string | null;
  readonly branchOf: { readonly zh: string; readonly en: string } | null;
}

/** What tells an organisation from another of the same name: its code, country, and what it is a branch of. */
export function useOrganisationFacts(): (organisation: Told) => string {
  const { t } = useTranslation('organisations');
  const text = useText();
  const countries = useQuery(countriesQuery);
  return ({ code, countryCode, branchOf }) => {
    const country =
      text(countries.data?.countries.find((one) => one.code === countryCode)?.name) || (countryCode ?? '');
    const parent = branchOf === null ? '' : t('branchOf', { name: text(branchOf) });
    return [code ?? '', country, parent].filter((fact) => fact !== '').join(' · ');
  };
}
