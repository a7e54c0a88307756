import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Choice } from '../../../ui/choice.js';
import type { AnalysisViewKey } from './analysis-views.js';
import type { AnalysisPlace } from './use-analysis-place.js';

interface AnalysisTabsProps {
  readonly views: readonly AnalysisViewKey[];
  readonly current: AnalysisViewKey;
  readonly place: AnalysisPlace;
}

/** The parts of the page, each with its address; a list to choose from where a row has no room. */
export function AnalysisTabs({ views, current, place }: AnalysisTabsProps) {
  const { t } = useTranslation('analysis');
  const navigate = useNavigate();
  return (
    <>
      <nav className="analysis-tabs" aria-label={t('parts')}>
        <ul>
          {views.map((view) => (
            <li key={view}>
              <Link to={place.linkTo(view)} preventScrollReset aria-current={view === current ? 'page' : undefined}>
                {t(`view.${view}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="analysis-parts">
        <Choice
          label={t('parts')}
          value={current}
          options={views.map((value) => ({ value, text: t(`view.${value}`) }))}
          onChange={(view) => void navigate(place.linkTo(view), { preventScrollReset: true })}
        />
      </div>
    </>
  );
}
