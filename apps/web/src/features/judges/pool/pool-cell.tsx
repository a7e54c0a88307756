import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFocusAfter } from '../../../ui/use-focus-after.js';
import type { ListedJudge } from '../queries.js';
import { usePoolText } from './use-pool-text.js';

interface PoolCellProps {
  slug: string;
  judge: ListedJudge;
  /** Whether the dialog is about this judge. */
  isAsked: boolean;
  onEdit: () => void;
}

/** What a judge is asked for: field groups, keywords, languages, load and days, and the way to change them. */
export function PoolCell({ slug, judge, isAsked, onEdit }: PoolCellProps) {
  const { t } = useTranslation('judges');
  const pool = usePoolText(slug);
  const cell = useFocusAfter<HTMLDivElement>(isAsked);
  const name = judge.name ?? t('nameless');
  const lines = [pool.keywords(judge), pool.terms(judge)].filter((line) => line !== '');
  const groups = pool.groups(judge);
  return (
    <div ref={cell} tabIndex={-1} role="group" aria-label={t('pool.of', { name })}>
      {groups === '' && lines.length === 0 ? <span className="muted">{t('pool.notGiven')}</span> : groups}
      {lines.map((line) => (
        <div key={line} className="judge-second">
          {line}
        </div>
      ))}
      <div className="judge-act">
        <Button size="small" onClick={onEdit} aria-label={t('actOf', { act: t('pool.edit'), name })}>
          {t('pool.edit')}
        </Button>
      </div>
    </div>
  );
}
