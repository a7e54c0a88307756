import { useTranslation } from 'react-i18next';
import { useFormats } from '../../locales/formats.js';
import { Figure } from '../../ui/figure.js';
import { StateMark } from '../../ui/state-mark.js';
import type { AssignmentPreview } from './queries.js';

interface PlanFiguresProps {
  preview: AssignmentPreview;
  figures: NonNullable<AssignmentPreview['figures']>;
}

export function PlanFigures({ preview, figures }: PlanFiguresProps) {
  const { t } = useTranslation('assignment');
  const { count, percent, smallPercent } = useFormats();
  const { changes, quality, leastLoad, mostLoad } = preview;
  // Begun before their conflicts were known: no plan takes them away, and none adds any.
  const conflicts = preview.findings.filter(({ code }) => code === 'begun-conflict').length;
  const hasReasons = preview.findings.some(({ code }) => code === 'group-uneven' || code === 'judge-idle');
  return (
    <>
      <dl className="figures assignment-figures">
        <Figure size="small" label={t('figures.places')} number={count(figures.places)} />
        <Figure size="small" label={t('figures.added')} number={count(changes.added)} />
        <Figure size="small" label={t('figures.removed')} number={count(changes.removed)} />
        <Figure size="small" label={t('figures.kept')} number={count(changes.kept)} />
        <Figure
          size="small"
          label={t('figures.loads')}
          number={
            leastLoad === mostLoad ? count(mostLoad) : t('figures.loadsRange', { least: leastLoad, most: mostLoad })
          }
        />
        <Figure size="small" label={t('figures.expertise')} number={percent(1 - figures.noTopic, 1)} />
        <Figure size="small" label={t('figures.keyword')} number={percent(figures.keyword, 1)} />
        <Figure size="small" label={t('figures.glad')} number={percent(figures.glad, 1)} />
        <Figure size="small" label={t('figures.reluctant')} number={percent(figures.reluctant, 1)} />
        <Figure size="small" label={t('figures.translated')} number={percent(figures.translated, 1)} />
        <Figure size="small" label={t('figures.gap')} number={smallPercent(quality?.gap ?? 0)} />
        <Figure size="small" label={t('figures.parts')} number={count(figures.parts)} />
        <Figure size="small" label={t('figures.conflicts')} number={count(conflicts)} />
      </dl>
      <p className="assignment-marks">
        {quality === null || quality.unevenPlaces === 0 ? (
          <StateMark tone="done">{t('figures.even')}</StateMark>
        ) : (
          <StateMark tone="attention">
            {t(hasReasons ? 'figures.unevenWhy' : 'figures.uneven', { number: count(quality.unevenPlaces) })}
          </StateMark>
        )}
        {figures.parts <= 1 ? (
          <StateMark tone="done">{t('figures.connected')}</StateMark>
        ) : (
          <StateMark tone="attention">{t('figures.apart', { number: count(figures.parts) })}</StateMark>
        )}
        {quality !== null && quality.swaps > 0 ? (
          <span className="muted">{t('figures.swaps', { number: count(quality.swaps) })}</span>
        ) : null}
      </p>
    </>
  );
}
