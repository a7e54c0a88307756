import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { RequireSession } from '../../identity/require-session.js';
import { StageTrail } from '../wall/stage-trail.js';
import { sheetUnlocksQuery } from './queries.js';
import { LateTable } from './late-table.js';
import { RequestForm } from './request-form.js';
import { UnlockTable } from './unlock-table.js';
import './unlock.css';

export function Component() {
  const { t } = useTranslation('judging');
  const { stageId = '' } = useParams();
  return (
    <RequireSession title={t('unlock.title')}>
      <StageUnlocks key={stageId} stageId={stageId} />
    </RequireSession>
  );
}

function StageUnlocks({ stageId }: { stageId: string }) {
  const { t } = useTranslation('judging');
  const query = useQuery(sheetUnlocksQuery(stageId));
  const shown = query.data;
  return (
    <Page
      isDemo={shown?.edition.isDemo}
      title={t('unlock.title')}
      trail={<StageTrail stageId={stageId} head={shown} />}
      lead={t('unlock.lead')}
    >
      <QueryView query={query}>
        {(unlocks) => (
          <>
            {unlocks.stage.isSettled ? (
              <p className="card">{t('unlock.settled')}</p>
            ) : unlocks.stage.isOver ? (
              <RequestForm stageId={stageId} judges={unlocks.judges} />
            ) : (
              <p className="card">{t('unlock.stillOpen')}</p>
            )}
            {unlocks.late.length > 0 ? <LateTable stageId={stageId} unlocks={unlocks} /> : null}
            <UnlockTable stageId={stageId} unlocks={unlocks} />
          </>
        )}
      </QueryView>
    </Page>
  );
}
