import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/use-text.js';
import { suggestionsQuery } from './queries.js';
import { useSettled } from './use-settled.js';
import './organisations.css';

interface OrganisationInputProps {
  /** Given by the form item around it. */
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
}

/**
 * The name of an organisation as somebody types it, with those that the register knows. Taking one is an offer: any other
 * name stays as it is typed.
 */
export function OrganisationInput({ id, value, onChange }: OrganisationInputProps) {
  const { t } = useTranslation('organisations');
  const text = useText();
  const [isTyping, setTyping] = useState(false);
  const typed = (value ?? '').trim();
  const settled = useSettled(typed, 250);
  const query = useQuery({ ...suggestionsQuery(settled), enabled: isTyping && settled !== '' });
  const found = isTyping && typed !== '' ? (query.data?.suggestions ?? []) : [];
  return (
    <AutoComplete
      {...(id === undefined ? {} : { id })}
      value={value ?? ''}
      onChange={(next: string) => {
        setTyping(true);
        onChange?.(next);
      }}
      onSelect={() => setTyping(false)}
      options={found.map(({ text: name, name: names, branchOf }, index) => ({
        key: index,
        value: name,
        label: (
          <span className="organisation-option">
            <span>{name}</span>
            <span className="muted">
              {[
                ...new Set([names.zh, names.en].filter((other) => other !== name)),
                ...(branchOf ? [t('branchOf', { name: text(branchOf) })] : []),
              ].join(' · ')}
            </span>
          </span>
        ),
      }))}
    >
      <Input maxLength={200} autoComplete="off" />
    </AutoComplete>
  );
}
