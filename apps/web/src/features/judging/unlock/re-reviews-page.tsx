import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { RequireSession } from '../../identity/require-session.js';
import { StageTrail } from '../wall/stage-trail.js';
import { reReviewsQuery } from './queries.js';
import { ReReviewForm } from './re-review-form.js';
import { ReReviewTable } from './re-review-table.js';
import './unlock.css';

export function Component() {
  const { t } = useTranslation('judging');
  const { stageId = '' } = useParams();
  return (
    <RequireSession title={t('reReview.title')}>
      <StageReReviews key={stageId} stageId={stageId} />
    </RequireSession>
  );
}

/** Entries whose judges are asked to look again, and who has. */
function StageReReviews({ stageId }: { stageId: string }) {
  const { t } = useTranslation('judging');
  const query = useQuery(reReviewsQuery(stageId));
  return (
    <Page
      isDemo={query.data?.edition.isDemo}
      title={t('reReview.title')}
      trail={<StageTrail stageId={stageId} head={query.data} />}
      lead={t('reReview.lead')}
    >
      <QueryView query={query}>
        {({ stage, reReviews }) => (
          <>
            <p>
              <Link to={`/organiser/stages/${stageId}/analysis?view=gaps`}>{t('reReview.gaps')}</Link>
            </p>
            {stage.isSettled ? (
              <p className="card">{t('unlock.settled')}</p>
            ) : (
              <ReReviewForm stageId={stageId} isOver={stage.isOver} />
            )}
            <ReReviewTable stageId={stageId} reReviews={reReviews} />
          </>
        )}
      </QueryView>
    </Page>
  );
}
