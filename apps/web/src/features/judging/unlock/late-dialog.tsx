import { Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { Choice } from '../../../ui/choice.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { useAct } from '../../../ui/use-act.js';
import { longestReason, unlockHours, unlockKeys, type LateLine, type UnlockHours } from './queries.js';

export interface LateAct {
  act: 'accept' | 'refuse';
  line: LateLine;
}

interface Decision {
  reason: string;
  hours: number;
}

/** Either half needs a reason: an unlock goes on to a second person, a refusal goes to the judge. */
export function LateDialog({ stageId, asked, onClose }: { stageId: string; asked: LateAct; onClose: () => void }) {
  const { t } = useTranslation('judging');
  const { act, line } = asked;
  const [reason, setReason] = useState('');
  const [hours, setHours] = useState<UnlockHours>('24');
  const { run, isPending, error } = useAct(
    ({ reason: why, hours: open }: Decision, key) => {
      const header = { 'Idempotency-Key': key };
      return act === 'accept'
        ? answer(
            api.POST('/api/v1/stages/{stageId}/sheet-unlocks', {
              params: { path: { stageId }, header },
              body: { judge: line.judgeId, entry: line.entry, reason: why, hours: open },
            }),
          )
        : answer(
            api.POST('/api/v1/stages/{stageId}/late-sheets/{id}/refusal', {
              params: { path: { stageId, id: line.id }, header },
              body: { reason: why },
            }),
          );
    },
    unlockKeys,
    onClose,
  );
  const names = { judge: line.judge ?? t('wall.nameless'), entry: `${line.entryNumber} · ${line.entryTitle}` };
  return (
    <ConfirmDialog
      isOpen
      title={t(`late.${act}`)}
      act={t(`late.${act}`)}
      isDisabled={reason.trim() === ''}
      isBusy={isPending}
      error={error}
      onConfirm={() => run({ reason, hours: Number(hours) })}
      onClose={onClose}
    >
      <p>{t(`late.${act}Text`, names)}</p>
      <Form layout="vertical" component="div">
        <Form.Item label={t('late.reason')} htmlFor="late-reason">
          <Input.TextArea
            id="late-reason"
            rows={2}
            maxLength={longestReason}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
        {act === 'accept' ? (
          <Choice
            label={t('unlock.hoursLabel')}
            value={hours}
            options={unlockHours.map((value) => ({ value, text: t('unlock.hours', { count: Number(value) }) }))}
            onChange={setHours}
          />
        ) : null}
      </Form>
    </ConfirmDialog>
  );
}
