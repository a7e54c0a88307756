import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useText } from '../../locales/use-text.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { RequireSession } from '../identity/require-session.js';
import { CallTable } from './call-table.js';
import { DrawActs } from './draw-acts.js';
import { DrawEvidence } from './draw-evidence.js';
import { DrawMinutePaper } from './draw-minute.js';
import { DrawState } from './draw-state.js';
import { DrawVerification } from './draw-verification.js';
import { drawMinuteQuery } from './queries.js';
import { SeedForm } from './seed-form.js';
import { useDrawScope } from './use-draw-scope.js';
import './draw.css';

export function Component() {
  const { t } = useTranslation('draw');
  const { stageId = '', drawId = '' } = useParams();
  return (
    <RequireSession title={t('minute.title')}>
      <StageDraw key={drawId} stageId={stageId} drawId={drawId} />
    </RequireSession>
  );
}

/** One draw: what awaits whom, its minute, how to check it, and its files. */
function StageDraw({ stageId, drawId }: { stageId: string; drawId: string }) {
  const { t } = useTranslation('draw');
  const text = useText();
  const query = useQuery(drawMinuteQuery(stageId, drawId));
  const shown = query.data;
  const scope = useDrawScope();
  return (
    <Page
      isDemo={shown?.stage.edition.isDemo}
      isComing={query.isPending}
      title={
        shown
          ? `${text(shown.stage.name)} · ${t('list.name', { number: shown.draw.number, scope: scope(shown.draw) })}`
          : t('title')
      }
      trail={<Link to={`/organiser/stages/${stageId}/draw`}>{t('title')}</Link>}
      actions={
        shown ? (
          <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>
            {t('minute.print')}
          </Button>
        ) : null
      }
    >
      <QueryView query={query}>
        {(minute) => (
          <>
            <div className="draw-standing">
              <DrawState draw={minute.draw} />
              <DrawActs stageId={stageId} minute={minute} />
            </div>
            {minute.draw.state === 'committed' ? (
              <SeedForm stageId={stageId} draw={minute.draw} asked={query.dataUpdatedAt} />
            ) : null}
            <DrawMinutePaper stageId={stageId} minute={minute} />
            <CallTable minute={minute} />
            {minute.draw.seed === null ? null : <DrawVerification minute={minute} seed={minute.draw.seed} />}
            {minute.draw.state === 'committed' ? null : <DrawEvidence stageId={stageId} minute={minute} />}
          </>
        )}
      </QueryView>
    </Page>
  );
}
