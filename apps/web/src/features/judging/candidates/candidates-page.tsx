import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Choice } from '../../../ui/choice.js';
import { Page } from '../../../ui/page.js';
import { Pager } from '../../../ui/pager.js';
import { QueryView } from '../../../ui/query-view.js';
import { RequireSession } from '../../identity/require-session.js';
import { pageSize, pagesOf, pageWithin } from '../wall/page-within.js';
import { StageTrail } from '../wall/stage-trail.js';
import { CandidatesTable } from './candidates-table.js';
import { EmployerYears } from './employer-years.js';
import { candidatesQuery, candidateStates, type CandidateState } from './queries.js';
import './candidates.css';

export function Component() {
  const { t } = useTranslation('candidates');
  const { stageId = '' } = useParams();
  return (
    <RequireSession title={t('title')}>
      <Candidates key={stageId} stageId={stageId} />
    </RequireSession>
  );
}

/** Judges and entries between which something speaks for a conflict of interest, to be confirmed or dismissed. */
function Candidates({ stageId }: { stageId: string }) {
  const { t } = useTranslation('candidates');
  const [page, setPage] = useState(1);
  const [state, setState] = useState<CandidateState | ''>('open');
  const query = useQuery(candidatesQuery(stageId, page, state));
  const head = query.data;
  if (page !== pageWithin(page, head?.total)) setPage(pageWithin(page, head?.total));
  return (
    <Page
      isDemo={head?.edition.isDemo}
      title={t('title')}
      trail={
        <>
          <StageTrail stageId={stageId} head={head} />
          <Link to={`/organiser/stages/${stageId}/assignment`}>{t('assignment')}</Link>
          {head === undefined ? null : (
            <Link to={`/organiser/editions/${head.edition.slug}/recusal-orders`}>{t('orders')}</Link>
          )}
        </>
      }
      lead={t('lead')}
    >
      <QueryView query={query}>
        {(shown) => (
          <>
            <div className="candidates-filter">
              <Choice
                label={t('show')}
                value={state}
                options={[
                  ...candidateStates.map((value) => ({
                    value,
                    text: t('stateCount', { state: t(`states.${value}`), count: shown.counts[value] }),
                  })),
                  { value: '' as const, text: t('all') },
                ]}
                onChange={(value) => {
                  setState(value);
                  setPage(1);
                }}
              />
            </div>
            <CandidatesTable stageId={stageId} shown={shown} state={state} />
            {shown.total > pageSize ? <Pager page={page} pages={pagesOf(shown.total)} onChange={setPage} /> : null}
            <EmployerYears key={shown.settingVersion} shown={shown} />
          </>
        )}
      </QueryView>
    </Page>
  );
}
