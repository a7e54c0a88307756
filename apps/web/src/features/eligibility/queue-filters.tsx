import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/use-text.js';
import { Choice } from '../../ui/choice.js';
import { SearchField } from '../../ui/search-field.js';
import { publicEditionsQuery } from '../contest/public-editions.js';
import { translationStates } from '../submission/translation/translation-queries.js';
import type { QueueFilter } from './queries.js';

interface QueueFiltersProps {
  slug: string;
  filter: QueueFilter;
  onChange: (changes: Record<string, string>) => void;
}

export function QueueFilters({ slug, filter, onChange }: QueueFiltersProps) {
  const { t } = useTranslation('eligibility');
  const { t: ofTranslation } = useTranslation('translation');
  const text = useText();
  const id = useId();
  const editions = useQuery(publicEditionsQuery);
  const edition = editions.data?.contests.flatMap((contest) => contest.editions).find((one) => one.slug === slug);
  const tracks = (edition?.tracks ?? []).map(({ key, name }) => ({ value: key, text: text(name) }));
  return (
    <div className="queue-filters">
      <Choice
        label={t('track')}
        value={filter.track}
        options={[{ value: '', text: t('allTracks') }, ...tracks]}
        onChange={(track) => onChange({ track })}
      />
      <Choice
        label={ofTranslation('filter')}
        value={filter.translation}
        options={[
          { value: '', text: ofTranslation('any') },
          ...translationStates.map((value) => ({ value, text: ofTranslation(`state.${value}`) })),
        ]}
        onChange={(translation) => onChange({ translation })}
      />
      <div className="queue-search">
        <label htmlFor={id}>{t('search')}</label>
        <SearchField id={id} defaultValue={filter.q} onSearch={(q) => onChange({ q })} />
      </div>
    </div>
  );
}
