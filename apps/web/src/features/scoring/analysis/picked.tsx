import { CloseOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Entries } from './analysis-types.js';
import type { AnalysisPlace } from './use-analysis-place.js';
import { entryName } from './use-analysis-texts.js';

/** Entries that are picked out in every chart, to be let go of. */
export function Picked({ entries, place }: { entries: Entries; place: AnalysisPlace }) {
  const { t } = useTranslation('analysis');
  if (place.picked.length === 0) return null;
  return (
    <ul className="picked" aria-label={t('picked.label')}>
      {place.picked.map((entry) => {
        const name = entryName(entries, entry);
        return (
          <li key={entry}>
            <button type="button" aria-label={t('picked.remove', { name })} onClick={() => place.toggle(entry)}>
              <span>{name}</span> <CloseOutlined aria-hidden="true" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
