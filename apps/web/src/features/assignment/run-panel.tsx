import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../locales/formats.js';
import { Hash } from '../../ui/hash.js';
import { Moment } from '../../ui/moment.js';
import { QueryView } from '../../ui/query-view.js';
import { Shape } from '../../ui/shape.js';
import { StateMark } from '../../ui/state-mark.js';
import { readAnew } from '../../ui/use-act.js';
import { useFocusAfter } from '../../ui/use-focus-after.js';
import { InfeasiblePlan } from './infeasible-plan.js';
import { PlanChoice } from './plan-choice.js';
import { PlanPreview } from './plan-preview.js';
import { type AssignmentDesk, type AssignmentRun, isGoing, previewQuery, runQuery } from './queries.js';
import { type AskedAct, RunActDialog } from './run-act-dialog.js';

export const runTones = {
  ...({ pending: 'attention', running: 'going', planned: 'attention', infeasible: 'danger' } as const),
  ...({ stopped: 'idle', failed: 'danger', applied: 'done', discarded: 'idle' } as const),
};

interface RunPanelProps {
  stageId: string;
  desk: AssignmentDesk;
  run: AssignmentRun;
}

/** One plan, from being made to being applied or given up. */
export function RunPanel({ stageId, desk, run: listed }: RunPanelProps) {
  const { t } = useTranslation('assignment');
  const client = useQueryClient();
  const wasGoing = isGoing(listed);
  const { data: run = listed } = useQuery({ ...runQuery(stageId, listed.id), enabled: wasGoing });
  const [asked, setAsked] = useState<AskedAct | null>(null);
  // A plan that ends by itself is not asked about any more.
  const isOpenTo = asked?.act === 'cancellation' ? isGoing(run) : run.state === 'planned';
  const shown = isOpenTo ? asked : null;
  const title = useFocusAfter<HTMLHeadingElement>(shown !== null);
  const hasEnded = wasGoing && !isGoing(run);
  useEffect(() => {
    if (hasEnded) void readAnew(client, ['assignment']);
  }, [client, hasEnded]);
  return (
    <section className="card assignment-run" aria-labelledby="run-title">
      <h2 id="run-title" ref={title} tabIndex={-1}>
        {t('run.title', { number: run.number })}{' '}
        <StateMark tone={runTones[run.state]}>{t(`run.state.${run.state}`)}</StateMark>
      </h2>
      <RunFacts desk={desk} run={run} />
      {isGoing(run) ? <GoingRun run={run} isClosed={desk.isClosed} onAct={setAsked} /> : null}
      {run.fault === null ? null : (
        <Alert showIcon type={run.fault === 'cancelled' ? 'info' : 'error'} title={t(`run.fault.${run.fault}`)} />
      )}
      {isGoing(run) || run.fault !== null || run.state === 'discarded' ? null : (
        <RunOutcome stageId={stageId} desk={desk} run={run} onAct={setAsked} />
      )}
      {shown ? <RunActDialog stageId={stageId} run={run} {...shown} onClose={() => setAsked(null)} /> : null}
    </section>
  );
}

interface RunOutcomeProps extends RunPanelProps {
  onAct: (asked: AskedAct) => void;
}

function RunOutcome({ stageId, desk, run, onAct }: RunOutcomeProps) {
  const query = useQuery(previewQuery(stageId, run.id));
  return (
    <QueryView query={query} shape={<Shape lines={6} />}>
      {(preview) =>
        preview.figures === null ? (
          <InfeasiblePlan preview={preview} />
        ) : (
          <PlanPreview stageId={stageId} desk={desk} preview={preview} figures={preview.figures} onAct={onAct} />
        )
      }
    </QueryView>
  );
}

function RunFacts({ desk, run }: { desk: AssignmentDesk; run: AssignmentRun }) {
  const { t } = useTranslation('assignment');
  const { count } = useFormats();
  const { size, endedBy, endedAt, parameters, planHash } = run;
  return (
    <div className="assignment-facts">
      <p>
        {t('run.by', { name: run.requestedBy ?? t('gone') })} <Moment at={run.requestedAt} />
      </p>
      {endedAt === null ? null : (
        <p>
          {t('run.ended', { name: endedBy ?? t('gone') })} <Moment at={endedAt} />
        </p>
      )}
      {size === null ? null : (
        <p>
          {t('run.size', {
            ...{ entries: count(size.entries), judges: count(size.judges) },
            ...{ conflicts: count(size.conflicts), standing: count(size.standing) },
          })}
        </p>
      )}
      <PlanChoice desk={desk} parameters={parameters} />
      <p>
        {t('run.seed')} <code className="assignment-code">{parameters.seed}</code>
      </p>
      {planHash === null ? null : (
        <p>
          {t('run.hash')} <Hash value={planHash} />
        </p>
      )}
    </div>
  );
}

interface GoingRunProps {
  run: AssignmentRun;
  isClosed: boolean;
  onAct: (asked: AskedAct) => void;
}

function GoingRun({ run, isClosed, onAct }: GoingRunProps) {
  const { t } = useTranslation('assignment');
  return (
    <>
      <div className="assignment-going" aria-hidden="true" />
      <p>
        {run.seconds === null ? null : `${t('run.going', { seconds: run.seconds })} `}
        {t('run.leave')}
      </p>
      {isClosed ? null : (
        <p className="assignment-acts">
          <Button onClick={() => onAct({ act: 'cancellation' })}>{t('run.cancel')}</Button>
        </p>
      )}
    </>
  );
}
