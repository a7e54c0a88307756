import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { useAct } from '../../ui/use-act.js';
import type { JudgingWindow } from './judging-window.js';
import './contest.css';
import { closingBlockersOf, type ClosingBlocker } from './blockers-of.js';

interface WindowActsProps {
  stageId: string;
  window: JudgingWindow;
  /** Sheets whose judge submitted them more than once. */
  revised: number;
}

/** Opens or closes a stage's judging window. Closing names what still stands in the way, each to be acknowledged. */
export function WindowActs({ stageId, window: judging, revised }: WindowActsProps) {
  const { t } = useTranslation('contest');
  const [isAsking, setAsking] = useState(false);
  const [acknowledged, setAcknowledged] = useState<ClosingBlocker[]>([]);
  const act = judging.isOpen ? 'closing' : 'opening';
  const { run, isPending, error, reset } = useAct(
    (acknowledge: ClosingBlocker[], key) => {
      const params = { path: { stageId }, header: { 'Idempotency-Key': key } };
      return act === 'closing'
        ? answer(api.POST('/api/v1/stages/{stageId}/window/closing', { params, body: { acknowledge } }))
        : answer(api.POST('/api/v1/stages/{stageId}/window/opening', { params }));
    },
    ['wall', 'stages', 'ranking'],
    () => setAsking(false),
  );
  const close = () => {
    setAsking(false);
    setAcknowledged([]);
    reset();
  };
  if (!judging.isOpen && judging.openedAt) return null;
  const blockers = error instanceof ApiProblem ? closingBlockersOf(error) : [];
  return (
    <>
      <Button danger={act === 'closing'} onClick={() => setAsking(true)}>
        {t(`window.${act}.act`)}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t(`window.${act}.title`)}
        act={t(`window.${act}.act`)}
        isDangerous={act === 'closing'}
        isDisabled={blockers.some(({ code }) => !acknowledged.includes(code))}
        isBusy={isPending}
        error={blockers.length > 0 ? null : error}
        onConfirm={() => run(acknowledged)}
        onClose={close}
      >
        <p>{t(`window.${act}.text`)}</p>
        {act === 'closing' ? <p>{t('window.closing.revised', { count: revised })}</p> : null}
        {blockers.length > 0 ? (
          <fieldset className="blockers">
            <legend>{t('blockers')}</legend>
            {blockers.map(({ code, count }) => (
              <Checkbox
                key={code}
                checked={acknowledged.includes(code)}
                onChange={(event) =>
                  setAcknowledged((now) => (event.target.checked ? [...now, code] : now.filter((one) => one !== code)))
                }
              >
                {t(`closingBlocker.${code}`, { count })}
              </Checkbox>
            ))}
          </fieldset>
        ) : null}
      </ConfirmDialog>
    </>
  );
}
