import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useText } from '../../../locales/use-text.js';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { StateMark } from '../../../ui/state-mark.js';
import { WindowActs } from '../../contest/window-acts.js';
import { RequireSession } from '../../identity/require-session.js';
import { useMay } from '../../identity/use-may.js';
import { Deadline } from '../deadline.js';
import { StageRecusals } from '../recusal/stage-recusals.js';
import { LeavesOut } from './leaves-out.js';
import { useWall, type Wall } from './use-wall.js';
import { WallRun } from './wall-run.js';
import { WallJudges } from './wall-judges.js';
import { WallPanels, WallTracks } from './wall-tables.js';
import { WallTotals } from './wall-totals.js';
import './wall.css';

export function Component() {
  const { t } = useTranslation('judging');
  const { stageId = '' } = useParams();
  return (
    <RequireSession title={t('wall.title')}>
      <StageWall key={stageId} stageId={stageId} />
    </RequireSession>
  );
}

function StageWall({ stageId }: { stageId: string }) {
  const { t } = useTranslation('judging');
  const text = useText();
  const { query, isLive } = useWall(stageId);
  const wall = query.data;
  return (
    <Page
      isDemo={wall?.edition.isDemo}
      title={wall ? `${text(wall.edition.name)} · ${text(wall.stage.name)}` : t('wall.title')}
      trail={
        <>
          <Link to="/organiser">{t('wall.editions')}</Link>
          {wall ? <Link to={`/organiser/editions/${wall.edition.slug}`}>{text(wall.edition.name)}</Link> : null}
        </>
      }
      // Closing is for somebody who may know of every sheet that is missing.
      actions={
        wall && !(wall.leavesOut && wall.window.isOpen) ? (
          <WindowActs stageId={stageId} window={wall.window} revised={wall.totals.revised} />
        ) : null
      }
    >
      {wall ? (
        <p className="wall-status">
          <StateMark tone={isLive ? 'done' : 'attention'}>{t(isLive ? 'wall.live' : 'wall.polling')}</StateMark>
          <Deadline window={wall.window} />
          {query.isRefetchError ? <StateMark tone="danger">{t('wall.stale')}</StateMark> : null}
        </p>
      ) : null}
      <QueryView query={query}>{(data) => <WallBody wall={data} stageId={stageId} />}</QueryView>
    </Page>
  );
}

function WallBody({ wall, stageId }: { wall: Wall; stageId: string }) {
  const { t } = useTranslation('judging');
  const assigns = useMay(wall.edition.slug, 'assignment.plan');
  const watches = useMay(wall.edition.slug, 'stage.watch-entries');
  const calibrates = useMay(wall.edition.slug, 'calibration.set');
  const reviews = useMay(wall.edition.slug, 're-review.order');
  const prints = useMay(wall.edition.slug, 'judge-paper.read');
  const hasClosed = !wall.window.isOpen && Boolean(wall.window.openedAt);
  return (
    <>
      {wall.leavesOut ? <LeavesOut /> : null}
      <WallTotals wall={wall} />
      {wall.leavesOut ? null : <WallRun wall={wall} />}
      <p className="wall-next">
        {hasClosed ? (
          <>
            <Link to={`/organiser/stages/${stageId}/ranking`}>{t('wall.ranking')}</Link>
            <Link to={`/organiser/stages/${stageId}/advancement`}>{t('wall.advancement')}</Link>
            <Link to={`/organiser/stages/${stageId}/sheet-unlocks`}>{t('wall.unlocks')}</Link>
          </>
        ) : null}
        {watches ? (
          <>
            <Link to={`/organiser/stages/${stageId}/coverage`}>{t('wall.coverage.title')}</Link>
            <Link to={`/organiser/stages/${stageId}/sheet-map`}>{t('wall.map.title')}</Link>
            <Link to={`/organiser/stages/${stageId}/changes`}>{t('wall.changes.title')}</Link>
          </>
        ) : null}
        {calibrates ? <Link to={`/organiser/stages/${stageId}/calibration`}>{t('calibration.title')}</Link> : null}
        {reviews && wall.window.openedAt ? (
          <Link to={`/organiser/stages/${stageId}/re-reviews`}>{t('reReview.title')}</Link>
        ) : null}
        {prints ? <Link to={`/organiser/stages/${stageId}/papers`}>{t('papers.title')}</Link> : null}
        <Link to={`/organiser/stages/${stageId}/analysis`}>{t('wall.analysis')}</Link>
        {assigns ? (
          <>
            <Link to={`/organiser/stages/${stageId}/draw`}>{t('wall.draw')}</Link>
            <Link to={`/organiser/stages/${stageId}/assignment`}>{t('wall.assignment')}</Link>
          </>
        ) : null}
      </p>
      <StageRecusals stageId={stageId} slug={wall.edition.slug} assignments={wall.totals.assignments} />
      <WallTracks wall={wall} />
      <WallPanels wall={wall} />
      <WallJudges wall={wall} />
    </>
  );
}
