import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { RequireSession } from '../../identity/require-session.js';
import { OpenCandidates } from '../candidates/open-candidates.js';
import { StageTrail } from '../wall/stage-trail.js';
import { CalibrationForm } from './calibration-form.js';
import { CalibrationTable } from './calibration-table.js';
import { stageCalibrationQuery } from './queries.js';
import './calibration.css';

/** How many a stage may have; the server decides. */
const limit = 3;

export function Component() {
  const { t } = useTranslation('judging');
  const { stageId = '' } = useParams();
  return (
    <RequireSession title={t('calibration.title')}>
      <StageCalibration key={stageId} stageId={stageId} />
    </RequireSession>
  );
}

function StageCalibration({ stageId }: { stageId: string }) {
  const { t } = useTranslation('judging');
  const query = useQuery(stageCalibrationQuery(stageId));
  const shown = query.data;
  return (
    <Page
      isDemo={shown?.edition.isDemo}
      title={t('calibration.title')}
      trail={<StageTrail stageId={stageId} head={shown} />}
      lead={t('calibration.officeLead')}
    >
      <QueryView query={query}>
        {(calibration) => (
          <>
            <OpenCandidates stageId={stageId} slug={calibration.edition.slug} />
            <CalibrationTable stageId={stageId} calibration={calibration} />
            {!calibration.isChangeable ? <p className="card">{t('calibration.begun')}</p> : null}
            {calibration.isChangeable && calibration.entries.length < limit ? (
              <CalibrationForm stageId={stageId} criteria={calibration.criteria} />
            ) : null}
          </>
        )}
      </QueryView>
    </Page>
  );
}
