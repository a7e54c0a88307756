import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/use-text.js';
import { chartHeight } from '../../ui/chart-height.js';
import type { ContestFigures } from './figure-keys.js';

const BarChart = lazy(() => import('../../ui/bar-chart.js').then((module) => ({ default: module.BarChart })));

/** A chart's title with the space below it. */
const titleHeight = 40;

/** Entries and countries by contest; the charting library comes only when the page has been read so far. */
export function FiguresChart({ contests }: { contests: readonly ContestFigures[] }) {
  const { t } = useTranslation('landing');
  const text = useText();
  if (contests.length < 2) return null;
  return (
    <section aria-labelledby="figures-chart">
      <h2 id="figures-chart">{t('chartTitle')}</h2>
      <div className="charts">
        {(['entries', 'countries'] as const).map((key) => (
          <Suspense
            key={key}
            fallback={<div className="shape" style={{ height: titleHeight + chartHeight(contests.length) }} />}
          >
            <BarChart
              title={t(`figure.${key}.label`)}
              bars={contests.map((contest) => ({ name: text(contest.name), value: contest[key] }))}
              description={t('chartDescription', { label: t(`figure.${key}.label`) })}
            />
          </Suspense>
        ))}
      </div>
    </section>
  );
}
