import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../locales/formats.js';
import { Figure } from '../../../ui/figure.js';
import { ProgressBar } from '../../../ui/progress-bar.js';
import { StateMark } from '../../../ui/state-mark.js';
import type { Wall } from './use-wall.js';

export function WallTotals({ wall }: { wall: Wall }) {
  const { t } = useTranslation('judging');
  const { count, percent } = useFormats();
  const { totals, coverage } = wall;
  return (
    <section className="card wall-totals" aria-label={t('wall.totals')}>
      <dl className="figures">
        <Figure
          label={t('wall.submitted', { total: count(totals.assignments) })}
          number={count(totals.submitted)}
          unit={percent(totals.submitted, totals.assignments)}
        />
        <Figure size="small" label={t('wall.drafts')} number={count(totals.drafts)} />
        <Figure size="small" label={t('wall.entries')} number={count(totals.entries)} />
        <Figure size="small" label={t('wall.judges')} number={count(totals.judges)} />
      </dl>
      <ProgressBar
        label={t('wall.progress')}
        part={totals.submitted}
        second={totals.drafts}
        whole={totals.assignments}
      />
      <p className="wall-coverage">
        {coverage.below > 0 ? (
          <StateMark tone="attention">{t('wall.below', { count: coverage.below, floor: coverage.floor })}</StateMark>
        ) : (
          <StateMark tone="done">{t('wall.covered', { floor: coverage.floor })}</StateMark>
        )}
        <span className="muted">{t('wall.complete', { count: coverage.complete })}</span>
        <span className="muted">{t('wall.revised', { count: totals.revised })}</span>
        {totals.unlocked > 0 ? <span className="muted">{t('wall.unlocked', { count: totals.unlocked })}</span> : null}
      </p>
    </section>
  );
}
