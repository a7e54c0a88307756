import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { StageRules } from '#domain/contest/stage-rules';
import { useText } from '../../locales/use-text.js';
import { focusIfLost } from '../../ui/use-focus-after.js';
import { deductionField, isInWords, overallField, reasonField, type SheetFields } from './sheet-fields.js';

interface DroppedFieldsProps {
  rules: StageRules;
  dropped: SheetFields;
  /** Null: the judge has gone on already. */
  onGoOn: (() => void) | null;
}

const keyOf = (path: string) => path.slice(path.lastIndexOf('.') + 1);

/** Says what was given under earlier rules and is part of the sheet no more; nothing of it is lost before the judge goes on. */
export function DroppedFields({ rules, dropped, onGoOn }: DroppedFieldsProps) {
  const { t } = useTranslation('judging');
  const nameOf = useDroppedName(rules, dropped);
  const values = Object.entries(dropped);
  if (values.length === 0) return null;
  const goOn = () => {
    onGoOn?.();
    requestAnimationFrame(() => focusIfLost(document.getElementById('main')));
  };
  return (
    <Alert
      type="warning"
      showIcon
      className="undelivered"
      title={t('dropped.title')}
      description={
        <>
          <ul className="plain-list">
            {values.map(([path, value]) => (
              <li key={path}>{t('dropped.value', { name: nameOf(path), value })}</li>
            ))}
          </ul>
          {onGoOn ? (
            <>
              <p>{t('dropped.heldBack')}</p>
              <Button onClick={goOn}>{t('dropped.goOn')}</Button>
            </>
          ) : null}
        </>
      }
    />
  );
}

/** By the names that the judge knows; what these rules have no name for any more is numbered. */
function useDroppedName(rules: StageRules, dropped: SheetFields): (path: string) => string {
  const { t } = useTranslation('judging');
  const text = useText();
  const fixed: Record<string, string> = {
    [deductionField]: t('deduction.name'),
    [reasonField]: t('deduction.reason'),
    [overallField]: t('comment.overall'),
  };
  const names = new Map(rules.rubric.criteria.map(({ key, name }) => [key, text(name)]));
  const keys = Object.keys(dropped)
    .filter((path) => fixed[path] === undefined)
    .map(keyOf);
  const gone = [...new Set(keys)].filter((key) => !names.has(key));
  return (path) => {
    const key = keyOf(path);
    const criterion = names.get(key) ?? t('dropped.gone', { number: gone.indexOf(key) + 1 });
    return fixed[path] ?? (isInWords(path) ? t('comment.of', { name: criterion }) : criterion);
  };
}
