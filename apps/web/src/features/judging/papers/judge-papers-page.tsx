import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { Choice } from '../../../ui/choice.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { RequireSession } from '../../identity/require-session.js';
import { LeavesOut } from '../wall/leaves-out.js';
import { StageTrail } from '../wall/stage-trail.js';
import { FeeTable } from './fee-table.js';
import { NamePlates } from './name-plates.js';
import { judgePapersQuery, type JudgePapers } from './queries.js';
import { Schedule } from './schedule.js';
import { SignInSheet } from './sign-in-sheet.js';
import './judge-papers.css';

const kinds = ['schedule', 'sign-in', 'plates', 'fees'] as const;
type Kind = (typeof kinds)[number];

export function Component() {
  const { t } = useTranslation('judging');
  const { stageId = '' } = useParams();
  return (
    <RequireSession title={t('papers.title')}>
      <StagePapers key={stageId} stageId={stageId} />
    </RequireSession>
  );
}

/** One paper at a time, as the address says. */
function StagePapers({ stageId }: { stageId: string }) {
  const { t } = useTranslation('judging');
  const [search, setSearch] = useSearchParams();
  const kind = kinds.find((one) => one === search.get('kind')) ?? 'schedule';
  const query = useQuery(judgePapersQuery(stageId));
  const papers = query.data;
  return (
    <Page
      isDemo={papers?.edition.isDemo}
      title={t('papers.title')}
      trail={<StageTrail stageId={stageId} head={papers} />}
      lead={t(`papers.lead.${kind}`)}
      actions={
        papers && papers.judges.length > 0 ? (
          <Button type="primary" icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>
            {t('papers.print')}
          </Button>
        ) : null
      }
    >
      <div className="judge-papers-choice">
        <Choice
          label={t('papers.kind')}
          value={kind}
          options={kinds.map((value) => ({ value, text: t(`papers.kinds.${value}`) }))}
          onChange={(value) => setSearch({ kind: value }, { replace: true })}
        />
      </div>
      <QueryView query={query}>
        {(data) => (
          <>
            {data.leavesOut ? <LeavesOut /> : null}
            {data.judges.length === 0 ? (
              <EmptyState text={t('wall.noJudges')} />
            ) : (
              <Paper kind={kind} papers={data} stageId={stageId} />
            )}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function Paper({ kind, papers, stageId }: { kind: Kind; papers: JudgePapers; stageId: string }) {
  const { t } = useTranslation('judging');
  switch (kind) {
    case 'schedule':
      return <Schedule papers={papers} stageId={stageId} />;
    case 'sign-in':
      return <SignInSheet papers={papers} />;
    case 'plates':
      return <NamePlates papers={papers} />;
    case 'fees':
      // Sheets that are left out would be unpaid, and the difference would tell of them.
      return papers.leavesOut ? <p className="card">{t('papers.feesByAnother')}</p> : <FeeTable papers={papers} />;
  }
}
