import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answer, api } from '../../../api/client.js';
import { languageTags } from '../../../locales/index.js';
import { useText } from '../../../locales/use-text.js';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { RequireSession } from '../../identity/require-session.js';
import { AssignedEntry } from '../assigned-entry.js';
import { entryPaneId, SheetLayout } from '../divider/sheet-layout.js';
import { TextSize, TextSizeSwitch } from '../text-size.js';
import { RecusalDialog } from '../recusal-dialog.js';
import { CalibrationResult } from './calibration-result.js';
import { CalibrationSheet } from './calibration-sheet.js';
import { calibrationQuery, keptCalibration, type Calibration } from './queries.js';
import '../score-sheet.css';
import '../criterion.css';
import './calibration.css';

export function Component() {
  const { t } = useTranslation('judging');
  const { publicId = '' } = useParams();
  return (
    <RequireSession title={t('calibration.title')}>
      <TextSize>
        <OwnCalibration key={publicId} publicId={publicId} />
      </TextSize>
    </RequireSession>
  );
}

function OwnCalibration({ publicId }: { publicId: string }) {
  const { t } = useTranslation('judging');
  const query = useQuery(calibrationQuery(publicId));
  const { data } = query;
  return (
    <Page
      isDemo={data?.edition.isDemo}
      title={
        data ? t('calibration.titleOf', { position: data.position, title: data.entry.title }) : t('calibration.title')
      }
      hidesTitle={data !== undefined}
      trail={
        <>
          <Link to="/judging">{t('queueTitle')}</Link>
          <TextSizeSwitch />
        </>
      }
    >
      <div className="sheet-frame">
        <QueryView query={query}>
          {(calibration) => (
            <SheetLayout entry={<CalibrationEntryPane calibration={calibration} />}>
              <div className="sheet" role="group" aria-label={t('calibration.title')}>
                {calibration.submitted ? (
                  <CalibrationResult rules={calibration.rules} submitted={calibration.submitted} />
                ) : (
                  <CalibrationSheet calibration={calibration} />
                )}
              </div>
            </SheetLayout>
          )}
        </QueryView>
      </div>
    </Page>
  );
}

/** The entry as the stage lets its judges read entries. */
function CalibrationEntryPane({ calibration }: { calibration: Calibration }) {
  const { t } = useTranslation('judging');
  const text = useText();
  const [isRecusing, setRecusing] = useState(false);
  const { entry, edition, stage, position, publicId } = calibration;
  const lang = languageTags[entry.language];
  return (
    <section id={entryPaneId} className="entry-pane" aria-label={t('entry')}>
      <p className="muted">
        {text(edition.name)} · {text(stage.name)}
      </p>
      <h2 lang={lang}>{t('calibration.titleOf', { position, title: entry.title })}</h2>
      <p className="criterion-hint">{t('calibration.countsNowhere')}</p>
      {calibration.isOpen ? (
        <div className="entry-standing">
          <button type="button" className="quiet-button recuse-button" onClick={() => setRecusing(true)}>
            {t('recuse')}
          </button>
        </div>
      ) : null}
      {entry.summary ? (
        <p lang={lang} className="entry-summary">
          {entry.summary}
        </p>
      ) : (
        <p className="muted">{t('noSummary')}</p>
      )}
      <AssignedEntry publicId={publicId} />
      <RecusalDialog
        publicId={publicId}
        title={t('calibration.titleOf', { position, title: entry.title })}
        submit={async (reasonCode, intention) => {
          await answer(
            api.POST('/api/v1/calibrations/{publicId}/recusal', {
              params: { path: { publicId }, header: { 'Idempotency-Key': intention } },
              body: { reasonCode },
            }),
          );
          keptCalibration.forget(publicId);
        }}
        isOpen={isRecusing}
        onClose={() => setRecusing(false)}
      />
    </section>
  );
}
