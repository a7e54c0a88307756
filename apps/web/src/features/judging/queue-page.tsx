import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { RequireSession } from '../identity/require-session.js';
import { myAssignmentsQuery } from './assignments.js';
import { QueueStageSection } from './queue-stage-section.js';
import './queue.css';

export function Component() {
  const { t } = useTranslation('judging');
  return (
    <RequireSession title={t('queueTitle')}>
      <Queue />
    </RequireSession>
  );
}

function Queue() {
  const { t } = useTranslation('judging');
  const query = useQuery(myAssignmentsQuery);
  const isDemo = query.data?.stages.some(({ edition }) => edition.isDemo);
  return (
    <Page title={t('queueTitle')} width="reading" isDemo={isDemo}>
      <QueryView query={query}>
        {({ stages }) =>
          stages.length === 0 ? (
            <EmptyState text={t('queueEmpty')} />
          ) : (
            stages.map((stage) => <QueueStageSection key={`${stage.edition.slug}/${stage.stage.key}`} stage={stage} />)
          )
        }
      </QueryView>
    </Page>
  );
}
