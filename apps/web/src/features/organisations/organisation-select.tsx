import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/use-text.js';
import { foundQuery, type ListedOrganisation } from './queries.js';
import { useOrganisationFacts } from './use-organisation-facts.js';
import { useSettled } from './use-settled.js';

interface OrganisationSelectProps {
  /** Given by the form item around it. */
  id?: string;
  value?: string | null;
  onChange?: (id: string | null) => void;
  /** Cannot be chosen. */
  without?: string;
  /** Its name is known although no search has found it yet. */
  chosen?: Pick<ListedOrganisation, 'id' | 'name'> | null;
}

/** Chooses one organisation of the register, found by any of its names or its code. */
export function OrganisationSelect({ id, value, onChange, without, chosen }: OrganisationSelectProps) {
  const { t } = useTranslation('organisations');
  const text = useText();
  const facts = useOrganisationFacts();
  const [q, setQ] = useState('');
  const query = useQuery(foundQuery(useSettled(q, 250)));
  const found = (query.data?.organisations ?? []).filter((one) => one.id !== without);
  const isMissing = chosen && q === '' && !found.some((one) => one.id === chosen.id);
  const labelOf = (one: Pick<ListedOrganisation, 'name'> & Partial<ListedOrganisation>) => {
    const { code = null, countryCode = null, parent } = one;
    const told = facts({ code, countryCode, branchOf: parent?.name ?? null });
    return told === '' ? text(one.name) : `${text(one.name)} · ${told}`;
  };
  const options = [...(isMissing ? [chosen] : []), ...found];
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
      allowClear
      placeholder={t('choose')}
      loading={query.isFetching}
      showSearch={{ filterOption: false, onSearch: setQ }}
      notFoundContent={t('noneFound')}
      options={options.map((one) => ({ value: one.id, label: labelOf(one) }))}
    />
  );
}
