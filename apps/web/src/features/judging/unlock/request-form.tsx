import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { Choice } from '../../../ui/choice.js';
import { useAct } from '../../../ui/use-act.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import {
  judgeSheetsQuery,
  longestReason,
  unlockHours,
  unlockKeys,
  type JudgeSheet,
  type SheetUnlocks,
  type UnlockHours,
} from './queries.js';

interface RequestFormProps {
  stageId: string;
  judges: SheetUnlocks['judges'];
}

/** The first person's half: which judge, which entry, why and for how long. */
export function RequestForm({ stageId, judges }: RequestFormProps) {
  const { t } = useTranslation('judging');
  const { sentence } = useProblemMessage();
  const [judge, setJudge] = useState('');
  const [entry, setEntry] = useState('');
  const [reason, setReason] = useState('');
  const [duration, setDuration] = useState<UnlockHours>('4');
  const sheets = useQuery(judgeSheetsQuery(stageId, judge === '' ? null : judge));
  const { run, isPending, error } = useAct(
    (body: { judge: string; entry: string; reason: string; hours: number }, key) =>
      answer(
        api.POST('/api/v1/stages/{stageId}/sheet-unlocks', {
          params: { path: { stageId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    unlockKeys,
    () => {
      setEntry('');
      setReason('');
    },
  );
  const isReady = judge !== '' && entry !== '' && reason.trim() !== '';
  const standing = ({ revision, hasDraft }: JudgeSheet) =>
    revision > 0 ? t('unlock.revision', { revision }) : t(hasDraft ? 'unlock.draftOnly' : 'unlock.nothing');
  return (
    <Form
      className="card unlock-form"
      layout="vertical"
      onFinish={() => isReady && run({ judge, entry, reason, hours: Number(duration) })}
    >
      <h2>{t('unlock.request')}</h2>
      <Choice
        label={t('unlock.judge')}
        value={judge}
        options={[
          { value: '', text: t('unlock.choose') },
          ...judges.map(({ id, name }) => ({ value: id, text: name ?? t('wall.nameless') })),
        ]}
        onChange={(id) => {
          setJudge(id);
          setEntry('');
        }}
      />
      <Choice
        label={t('unlock.entry')}
        value={entry}
        options={[
          { value: '', text: t('unlock.choose') },
          ...(sheets.data?.sheets ?? []).map((sheet) => ({
            value: sheet.entry,
            text: `${sheet.entryNumber} · ${sheet.entryTitle} · ${standing(sheet)}`,
          })),
        ]}
        onChange={setEntry}
      />
      <Choice
        label={t('unlock.hoursLabel')}
        value={duration}
        options={unlockHours.map((value) => ({ value, text: t('unlock.hours', { count: Number(value) }) }))}
        onChange={setDuration}
      />
      <Form.Item label={t('unlock.reason')} htmlFor="unlock-reason" extra={t('unlock.reasonHelp')}>
        <Input.TextArea
          id="unlock-reason"
          rows={2}
          maxLength={longestReason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Form.Item>
      <div role="alert">
        {(error ?? sheets.error) ? <Alert type="error" showIcon title={sentence(error ?? sheets.error)} /> : null}
      </div>
      <Button type="primary" htmlType="submit" disabled={!isReady} loading={isPending}>
        {t('unlock.ask')}
      </Button>
    </Form>
  );
}
