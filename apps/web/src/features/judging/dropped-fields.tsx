import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SheetFields } from './sheet-fields.js';
import { isInWords } from './sheet-fields.js';

/** Says what was given under earlier rules and is part of the sheet no more; the judge goes on without it. */
export function DroppedFields({ dropped }: { dropped: SheetFields }) {
  const { t } = useTranslation('judging');
  const values = Object.entries(dropped);
  if (values.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="undelivered"
      title={t('dropped.title')}
      description={
        <ul className="plain-list">
          {values.map(([path, value]) => (
            <li key={path}>
              {t(isInWords(path) ? 'dropped.words' : path === 'deduction' ? 'dropped.deduction' : 'dropped.score', {
                key: path.slice(path.lastIndexOf('.') + 1),
                value,
              })}
            </li>
          ))}
        </ul>
      }
    />
  );
}
