import { Button } from 'antd';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.js';
import { useFormats } from '../../locales/formats.js';
import { Choice } from '../../ui/choice.js';
import { messageStates, type MessageState } from './queries.js';

export interface Filter {
  state: MessageState | 'all';
  /** Part of a subject, a name or an address. */
  q: string;
}

interface OutboxFilterProps {
  filter: Filter;
  counts: Schemas['MessageCountsDto'] | undefined;
  onChange: (filter: Filter) => void;
}

export function OutboxFilter({ filter, counts, onChange }: OutboxFilterProps) {
  const { t } = useTranslation('mail');
  const { count } = useFormats();
  const id = useId();
  const [typed, setTyped] = useState(filter.q);
  const all = messageStates.reduce((sum, state) => sum + (counts?.[state] ?? 0), 0);
  const search = (event: FormEvent) => {
    event.preventDefault();
    onChange({ ...filter, q: typed.trim() });
  };
  return (
    <form className="outbox-filter" role="search" onSubmit={search}>
      <Choice
        label={t('stateLabel')}
        value={filter.state}
        options={[
          { value: 'all' as const, text: t('stateOf', { state: t('state.all'), number: count(all) }) },
          ...messageStates.map((state) => ({
            value: state,
            text: t('stateOf', { state: t(`state.${state}`), number: count(counts?.[state] ?? 0) }),
          })),
        ]}
        onChange={(state) => onChange({ ...filter, state })}
      />
      <div className="choice">
        <label htmlFor={id}>{t('searchLabel')}</label>
        <input id={id} type="search" maxLength={100} value={typed} onChange={(event) => setTyped(event.target.value)} />
      </div>
      <Button htmlType="submit">{t('search')}</Button>
    </form>
  );
}
