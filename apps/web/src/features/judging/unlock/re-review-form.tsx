import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { answer, api } from '../../../api/client.js';
import { Choice } from '../../../ui/choice.js';
import { useAct } from '../../../ui/use-act.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import { longestReason, reReviewKeys, unlockHours, type UnlockHours } from './queries.js';

interface Order {
  entryNumber: number;
  reason: string;
  hours: number;
}

/** Which entry, and why; where judging is over, for how long its sheets are to be unlocked. */
export function ReReviewForm({ stageId, isOver }: { stageId: string; isOver: boolean }) {
  const { t } = useTranslation('judging');
  const { sentence } = useProblemMessage();
  const [search] = useSearchParams();
  const [entry, setEntry] = useState(search.get('entry') ?? '');
  const [reason, setReason] = useState('');
  const [hours, setHours] = useState<UnlockHours>('24');
  const { run, isPending, error } = useAct(
    (body: Order, key) =>
      answer(
        api.POST('/api/v1/stages/{stageId}/re-reviews', {
          params: { path: { stageId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    reReviewKeys,
    () => {
      setEntry('');
      setReason('');
    },
  );
  const entryNumber = /^[1-9]\d{0,5}$/.test(entry.trim()) ? Number(entry.trim()) : null;
  const isReady = entryNumber !== null && reason.trim() !== '';
  return (
    <Form
      className="card unlock-form"
      layout="vertical"
      onFinish={() => entryNumber !== null && isReady && run({ entryNumber, reason, hours: Number(hours) })}
    >
      <h2>{t('reReview.order')}</h2>
      <p>{t(isOver ? 'reReview.afterwards' : 'reReview.now')}</p>
      <Form.Item label={t('reReview.entryNumber')} htmlFor="re-review-entry">
        <Input
          id="re-review-entry"
          inputMode="numeric"
          maxLength={6}
          value={entry}
          onChange={(event) => setEntry(event.target.value)}
        />
      </Form.Item>
      {isOver ? (
        <Choice
          label={t('unlock.hoursLabel')}
          value={hours}
          options={unlockHours.map((value) => ({ value, text: t('unlock.hours', { count: Number(value) }) }))}
          onChange={setHours}
        />
      ) : null}
      <Form.Item label={t('reReview.reason')} htmlFor="re-review-reason" extra={t('reReview.reasonHelp')}>
        <Input.TextArea
          id="re-review-reason"
          rows={2}
          maxLength={longestReason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Form.Item>
      <div role="alert">{error ? <Alert type="error" showIcon title={sentence(error)} /> : null}</div>
      <Button type="primary" htmlType="submit" disabled={!isReady} loading={isPending}>
        {t('reReview.ask')}
      </Button>
    </Form>
  );
}
