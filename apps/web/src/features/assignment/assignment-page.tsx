import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useText } from '../../locales/use-text.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { StateMark } from '../../ui/state-mark.js';
import { focusIfLost, useFocusAfter } from '../../ui/use-focus-after.js';
import { OpenCandidates } from '../judging/candidates/open-candidates.js';
import { Substitutes } from '../judging/recusal/substitutes.js';
import { RequireSession } from '../identity/require-session.js';
import { PastRuns } from './past-runs.js';
import { PlanForm } from './plan-form.js';
import { type AssignmentDesk, type AssignmentRun, deskQuery } from './queries.js';
import { RunPanel } from './run-panel.js';
import { StandingEntries } from './standing-entries.js';
import { StandingFigures } from './standing-figures.js';
import '../judging/recusal/recusal.css';
import './assignment.css';

export function Component() {
  const { t } = useTranslation('assignment');
  const { stageId = '' } = useParams();
  return (
    <RequireSession title={t('title')}>
      <Assignment key={stageId} stageId={stageId} />
    </RequireSession>
  );
}

function Assignment({ stageId }: { stageId: string }) {
  const { t } = useTranslation('assignment');
  const text = useText();
  const query = useQuery(deskQuery(stageId));
  const desk = query.data;
  return (
    <Page
      isDemo={desk?.edition.isDemo}
      isComing={query.isPending}
      title={desk ? `${text(desk.edition.name)} · ${text(desk.stage.name)} · ${t('title')}` : t('title')}
      lead={t('lead')}
      trail={
        <>
          <Link to={`/organiser/stages/${stageId}`}>{t('wall')}</Link>
          {desk ? <Link to={`/organiser/editions/${desk.edition.slug}/judges`}>{t('judgesPage')}</Link> : null}
        </>
      }
    >
      <QueryView query={query}>{(data) => <Desk stageId={stageId} desk={data} />}</QueryView>
    </Page>
  );
}

/** The newest run is looked at as long as it waits for somebody; any other one when it is asked for. */
function shownRun(desk: AssignmentDesk, asked: string | null): AssignmentRun | undefined {
  const newest = desk.runs[0];
  if (asked !== null) return desk.runs.find(({ id }) => id === asked);
  return newest && newest.state !== 'applied' && newest.state !== 'discarded' ? newest : undefined;
}

function Desk({ stageId, desk }: { stageId: string; desk: AssignmentDesk }) {
  const { t } = useTranslation('assignment');
  const [search, setSearch] = useSearchParams();
  const run = shownRun(desk, search.get('run'));
  const newest = desk.runs[0];
  const isMaking = newest?.state === 'pending' || newest?.state === 'running';
  const hasForm = !desk.isClosed && !isMaking;
  // A plan that is applied or given up goes with its panel, and the form with the plan that it asked for.
  const standing = useFocusAfter<HTMLElement>(run !== undefined);
  return (
    <>
      {desk.isClosed ? (
        <p>
          <StateMark tone="idle">{t('closed')}</StateMark>
        </p>
      ) : null}
      <StandingFigures desk={desk} place={standing} />
      {desk.isClosed ? null : <OpenCandidates stageId={stageId} slug={desk.edition.slug} />}
      {desk.isClosed ? null : <Substitutes stageId={stageId} assignments={desk.assignments} />}
      {run ? <RunPanel key={run.id} stageId={stageId} desk={desk} run={run} /> : null}
      {hasForm ? (
        <PlanForm
          // Not the panel's own key: it stands beside this form.
          key={`after ${newest?.number ?? 0}`}
          stageId={stageId}
          desk={desk}
          onAsked={() => {
            setSearch({}, { replace: true });
            focusIfLost(standing.current);
          }}
        />
      ) : null}
      {run?.state === 'planned' || run?.state === 'applied' ? null : <StandingEntries stageId={stageId} desk={desk} />}
      <PastRuns runs={desk.runs} shown={run?.id ?? null} isAsked={search.has('run')} />
    </>
  );
}
