import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useText } from '../../../locales/use-text.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { FaultState } from '../../../ui/fault-state.js';
import { Page } from '../../../ui/page.js';
import { RequireSession } from '../../identity/require-session.js';
import { wallQuery, type Wall } from '../../judging/wall/use-wall.js';
import { AnalysisBody } from './analysis-body.js';
import { AnalysisFailed, AnalysisUnderWay } from './analysis-state.js';
import type { Analysis } from './analysis-types.js';
import { useAnalysis } from './use-analysis.js';
import './analysis.css';

export function Component() {
  const { t } = useTranslation('analysis');
  const { stageId = '' } = useParams();
  return (
    <RequireSession title={t('title')}>
      <StageAnalysis key={stageId} stageId={stageId} />
    </RequireSession>
  );
}

function StageAnalysis({ stageId }: { stageId: string }) {
  const { t } = useTranslation('analysis');
  const text = useText();
  const wall = useQuery({ ...wallQuery(stageId), refetchOnWindowFocus: false });
  const query = useAnalysis(stageId);
  const isComing = wall.isPending || query.isPending;
  const stage = isComing ? undefined : wall.data;
  return (
    <Page
      isDemo={stage?.edition.isDemo}
      isComing={isComing}
      title={stage ? t('titleOf', { stage: text(stage.stage.name) }) : t('title')}
      trail={stage ? <Trail wall={stage} stageId={stageId} /> : null}
      lead={t('lead')}
    >
      {query.data ? (
        <AnalysisAnswer analysis={query.data} stageId={stageId} slug={stage?.edition.slug} />
      ) : (
        <FaultState error={query.error} onRetry={() => void query.refetch()} />
      )}
    </Page>
  );
}

function Trail({ wall, stageId }: { wall: Wall; stageId: string }) {
  const { t } = useTranslation('analysis');
  const text = useText();
  return (
    <>
      <Link to={`/organiser/editions/${wall.edition.slug}`}>{text(wall.edition.name)}</Link>
      <Link to={`/organiser/stages/${stageId}`}>{text(wall.stage.name)}</Link>
      <Link to={`/organiser/stages/${stageId}/ranking`}>{t('ranking')}</Link>
    </>
  );
}

interface AnswerProps {
  readonly analysis: Analysis;
  readonly stageId: string;
  readonly slug: string | undefined;
}

function AnalysisAnswer({ analysis, stageId, slug }: AnswerProps) {
  const { t } = useTranslation('analysis');
  if (analysis.state === 'failed') return <AnalysisFailed failure={analysis.failure} stageId={stageId} />;
  if (analysis.run === null) {
    return (
      <EmptyState text={t('noRun')}>
        <Link to={`/organiser/stages/${stageId}`}>{t('wall')}</Link>
      </EmptyState>
    );
  }
  if (analysis.state === 'computing') return <AnalysisUnderWay />;
  if (analysis.entries.length === 0) {
    return (
      <EmptyState text={t('noEntries')}>
        <Link to={`/organiser/stages/${stageId}`}>{t('wall')}</Link>
      </EmptyState>
    );
  }
  return <AnalysisBody analysis={analysis} stageId={stageId} slug={slug} />;
}
