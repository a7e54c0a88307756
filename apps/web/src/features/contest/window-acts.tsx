import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { useAct } from '../../ui/use-act.js';
import { blockersOf } from './blockers-of.js';

interface WindowActsProps {
  stageId: string;
  window: Schemas['WindowDto'];
}

/** Opens or closes a stage's judging window. Closing names what still stands in the way, each to be acknowledged. */
export function WindowActs({ stageId, window: judging }: WindowActsProps) {
  const { t } = useTranslation('contest');
  const [isAsking, setAsking] = useState(false);
  const [acknowledged, setAcknowledged] = useState<string[]>([]);
  const act = judging.isOpen ? 'closing' : 'opening';
  const { run, isPending, error, reset } = useAct(
    (acknowledge: string[], key) => {
      const init = { params: { path: { stageId }, header: { 'Idempotency-Key': key } }, body: { acknowledge } };
      return act === 'closing'
        ? answer(api.POST('/api/v1/stages/{stageId}/window/closing', init))
        : answer(api.POST('/api/v1/stages/{stageId}/window/opening', { ...init, body: {} }));
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
  const blockers = error instanceof ApiProblem ? blockersOf(error) : [];
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
        {blockers.length > 0 ? (
          <fieldset className="blockers">
            <legend>{t('blockers')}</legend>
            {blockers.map(({ code, detail }) => (
              <Checkbox
                key={code}
                checked={acknowledged.includes(code)}
                onChange={(event) =>
                  setAcknowledged((now) => (event.target.checked ? [...now, code] : now.filter((one) => one !== code)))
                }
              >
                {detail}
              </Checkbox>
            ))}
          </fieldset>
        ) : null}
      </ConfirmDialog>
    </>
  );
}
