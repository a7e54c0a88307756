import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../../locales/formats.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Hash } from '../../../ui/hash.js';
import { Moment } from '../../../ui/moment.js';
import { StateMark } from '../../../ui/state-mark.js';
import type { Analysis } from './analysis-types.js';

export function AnalysisUnderWay() {
  const { t } = useTranslation('analysis');
  return (
    <div className="analysis-under-way" role="status">
      <StateMark tone="busy">{t('underWay')}</StateMark>
      <p>{t('underWayLead')}</p>
    </div>
  );
}

export function AnalysisFailed({ failure, stageId }: { failure: string | null; stageId: string }) {
  const { t } = useTranslation('analysis');
  return (
    <div role="alert">
      <EmptyState text={t('failed')}>
        <p>{t('failedAdvice')}</p>
        {failure ? <code className="analysis-failure">{failure}</code> : null}
        <p>
          <Link to={`/organiser/stages/${stageId}/ranking`}>{t('ranking')}</Link>
        </p>
      </EmptyState>
    </div>
  );
}

/** Of which run the page speaks, and when it was computed. */
export function AnalysisRun({ analysis: { run, computedAt, hash } }: { analysis: Analysis }) {
  const { t } = useTranslation('analysis');
  const { count } = useFormats();
  if (run === null) return null;
  return (
    <div className="analysis-run">
      <p>
        {t('run', { fence: run.fence, sheets: count(run.sheets) })}
        {computedAt === null ? null : (
          <>
            {' · '}
            <Moment at={computedAt} />
          </>
        )}
      </p>
      {run.isNewest ? null : <StateMark tone="attention">{t('notNewest')}</StateMark>}
      {hash === null ? null : (
        <details>
          <summary>{t('hash')}</summary>
          <Hash value={hash} />
        </details>
      )}
    </div>
  );
}

interface ClosedProps {
  readonly analysis: Analysis;
  readonly stageId: string;
  readonly slug: string | undefined;
}

/** Why the rest is not shown, and when it opens. */
export function AnalysisClosed({ analysis: { closedReason, sections }, stageId, slug }: ClosedProps) {
  const { t } = useTranslation('analysis');
  if (closedReason === null) return null;
  if (closedReason === 'not-computed') return <AnalysisUnderWay />;
  const isAwarded = closedReason === 'list-not-frozen';
  const isKept = !sections.includes('gaps') || !sections.includes('scale-use');
  const next = isAwarded
    ? slug && `/organiser/editions/${slug}/award-lists`
    : `/organiser/stages/${stageId}/advancement`;
  return (
    <section className="card analysis-closed" aria-labelledby="analysis-closed">
      <h2 id="analysis-closed">{t(isAwarded ? 'closed.untilFrozen' : 'closed.untilAdvanced')}</h2>
      <p>{t('closed.why')}</p>
      {isKept ? <p className="muted">{t('closed.byRules')}</p> : null}
      {next ? <Link to={next}>{t(isAwarded ? 'closed.toLists' : 'closed.toAdvancement')}</Link> : null}
    </section>
  );
}
