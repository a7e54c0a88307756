import { PrinterOutlined } from '@ant-design/icons';
import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useText } from '../../../locales/use-text.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { FaultState } from '../../../ui/fault-state.js';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { Shape } from '../../../ui/shape.js';
import { RequireSession } from '../../identity/require-session.js';
import { myAssignmentsQuery, readAssignment, type QueueStage } from '../assignments.js';
import { TextSize } from '../text-size.js';
import { ScorePaper } from './score-paper.js';
import './score-paper.css';

export function Component() {
  const { t } = useTranslation('judging');
  return (
    <RequireSession title={t('paper.title')}>
      <TextSize>
        <Papers />
      </TextSize>
    </RequireSession>
  );
}

const paperQuery = (publicId: string) =>
  queryOptions({ queryKey: ['score-paper', publicId], queryFn: () => readAssignment(publicId), staleTime: 0 });

function Papers() {
  const { t } = useTranslation('judging');
  const text = useText();
  const { slug = '', stageKey = '' } = useParams();
  const query = useQuery({ ...myAssignmentsQuery, refetchOnMount: 'always' });
  const stage = query.data?.stages.find((one) => one.edition.slug === slug && one.stage.key === stageKey);
  return (
    <Page
      isDemo={stage?.edition.isDemo}
      title={stage ? `${t('paper.title')} · ${text(stage.stage.name)}` : t('paper.title')}
      trail={<Link to="/judging">{t('queueTitle')}</Link>}
      width="reading"
      actions={
        stage && stage.counts.submitted > 0 ? (
          <Button type="primary" icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>
            {t('paper.print')}
          </Button>
        ) : null
      }
    >
      <QueryView query={query}>
        {() =>
          stage && stage.counts.submitted > 0 ? <OwnPapers stage={stage} /> : <EmptyState text={t('paper.empty')} />
        }
      </QueryView>
    </Page>
  );
}

/** One sheet of paper for each submitted sheet, in the judge's own order. */
function OwnPapers({ stage }: { stage: QueueStage }) {
  const submitted = stage.assignments
    .filter(({ state }) => state === 'submitted')
    .sort((a, b) => a.position - b.position);
  const papers = useQueries({ queries: submitted.map(({ publicId }) => paperQuery(publicId)) });
  const failed = papers.find(({ error }) => error !== null);
  if (failed?.error) return <FaultState error={failed.error} onRetry={() => void failed.refetch()} />;
  return papers.map(({ data }, index) =>
    data?.submitted ? (
      <ScorePaper key={data.publicId} assignment={data} submitted={data.submitted} />
    ) : (
      <Shape key={submitted[index]?.publicId} lines={6} block />
    ),
  );
}
