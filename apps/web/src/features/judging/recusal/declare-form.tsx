import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { forgetUnseen } from '../../../api/forget-unseen.js';
import { Choice } from '../../../ui/choice.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { useAct } from '../../../ui/use-act.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import { recusalReasons, type RecusalReason } from '../recusal-reasons.js';
import { organiserRecusalKeys, type OrganiserRecusals } from './queries.js';

/** Which entry, why, and who takes the case. */
export function DeclareForm({ slug, shown }: { slug: string; shown: OrganiserRecusals }) {
  const { t } = useTranslation('recusal');
  const reasons = useTranslation('judging').t;
  const { sentence } = useProblemMessage();
  const [entry, setEntry] = useState('');
  const [reason, setReason] = useState<RecusalReason | ''>('');
  const [handedTo, setHandedTo] = useState('');
  const [isAsked, setAsked] = useState(false);
  const { run, isPending, error } = useRecusal(slug, () => {
    setAsked(false);
    setEntry('');
    setHandedTo('');
  });
  const number = /^[1-9][0-9]{0,8}$/.test(entry.trim()) ? Number(entry.trim()) : null;
  const nameOf = ({ name }: { name: string | null }) => name ?? t('nameless');
  const named = (sought: string) => {
    const person = shown.people.find(({ id }) => id === sought);
    return person ? nameOf(person) : '';
  };
  const isReady = number !== null && reason !== '' && handedTo !== '';
  const takers = shown.people.filter(({ id, takesCases }) => takesCases && id !== shown.reader);
  return (
    <Form className="card recusal-form" layout="vertical" onFinish={() => isReady && setAsked(true)}>
      <h2>{t('organisers.declare')}</h2>
      <Form.Item label={t('organisers.entryNumber')} htmlFor="recusal-entry" extra={t('organisers.entryHelp')}>
        <Input
          id="recusal-entry"
          inputMode="numeric"
          value={entry}
          maxLength={9}
          onChange={(event) => setEntry(event.target.value)}
        />
      </Form.Item>
      <Choice
        label={t('reason')}
        value={reason}
        options={[
          { value: '', text: t('choose') },
          ...recusalReasons.map((value) => ({ value, text: reasons(`recusal.reasons.${value}`) })),
        ]}
        onChange={setReason}
      />
      <Choice
        label={t('organisers.handTo')}
        value={handedTo}
        options={[
          { value: '', text: t('choose') },
          ...takers.map((person) => ({ value: person.id, text: nameOf(person) })),
        ]}
        onChange={setHandedTo}
      />
      {takers.length === 0 ? <p>{t('organisers.nobody')}</p> : null}
      <div role="alert">{error ? <Alert type="error" showIcon title={sentence(error)} /> : null}</div>
      <Button type="primary" htmlType="submit" disabled={!isReady}>
        {t('organisers.act')}
      </Button>
      <ConfirmDialog
        isOpen={isAsked}
        title={t('organisers.declare')}
        act={t('organisers.act')}
        isDangerous
        isBusy={isPending}
        error={error}
        onConfirm={() => {
          if (number !== null && reason !== '') run({ entryNumber: number, reasonCode: reason, handedTo });
        }}
        onClose={() => setAsked(false)}
      >
        <p>{t('organisers.confirm', { number, organiser: named(shown.reader), taker: named(handedTo) })}</p>
      </ConfirmDialog>
    </Form>
  );
}

function useRecusal(slug: string, onDone: () => void) {
  const client = useQueryClient();
  return useAct(
    (body: Schemas['DeclareOrganiserRecusalDto'], key) =>
      answer(
        api.POST('/api/v1/editions/{slug}/organiser-recusals', {
          params: { path: { slug }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    organiserRecusalKeys,
    () => {
      forgetUnseen(client);
      onDone();
    },
  );
}
