import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { Choice } from '../../../ui/choice.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { useAct } from '../../../ui/use-act.js';
import { type RecusalOrder, recusalOrderKeys, type RecusalOrders } from './queries.js';

export interface AskedOrder {
  act: 'confirmation' | 'refusal' | 'return';
  order: RecusalOrder;
}

const longest = 500;

interface OrderDialogProps {
  slug: string;
  asked: AskedOrder;
  /** Of the edition's office. */
  people: RecusalOrders['people'];
  onClose: () => void;
}

/** The second person's half, or the first one's return. */
export function OrderDialog({ slug, asked, people, onClose }: OrderDialogProps) {
  const { t } = useTranslation('recusal');
  const id = useId();
  const { act, order } = asked;
  const [reason, setReason] = useState('');
  const [taker, setTaker] = useState('');
  const { run, isPending, error } = useAct(
    (body: { reason: string; handedTo: string | null }, key) => {
      const params = { path: { slug, id: order.id }, header: { 'Idempotency-Key': key } };
      if (act === 'refusal') {
        return answer(
          api.POST('/api/v1/editions/{slug}/recusal-orders/{id}/refusal', { params, body: { reason: body.reason } }),
        );
      }
      return act === 'confirmation'
        ? answer(
            api.POST('/api/v1/editions/{slug}/recusal-orders/{id}/confirmation', {
              params,
              body: { handedTo: body.handedTo },
            }),
          )
        : answer(api.POST('/api/v1/editions/{slug}/recusal-orders/{id}/return', { params }));
    },
    recusalOrderKeys,
    onClose,
  );
  return (
    <ConfirmDialog
      isOpen
      title={t(`orders.${act}`)}
      act={t(`orders.${act}`)}
      isDangerous={act === 'confirmation'}
      isBusy={isPending}
      isDisabled={act === 'refusal' && reason.trim() === ''}
      error={error}
      onConfirm={() => run({ reason: reason.trim(), handedTo: taker === '' ? null : taker })}
      onClose={onClose}
    >
      <p>
        {t(`orders.${act}Text`, {
          person: order.person ?? t('nameless'),
          entry: `${order.entryNumber} · ${order.entryTitle}`,
        })}
      </p>
      {act === 'confirmation' && order.role === 'organiser' ? (
        <Choice
          label={t('organisers.handTo')}
          value={taker}
          options={[
            { value: '', text: t('orders.asOrdered', { name: order.handedTo ?? t('nameless') }) },
            ...people
              .filter(({ takesCases }) => takesCases)
              .map(({ id: value, name }) => ({ value, text: name ?? t('nameless') })),
          ]}
          onChange={setTaker}
        />
      ) : null}
      {act === 'refusal' ? (
        <div className="order-reason">
          <label htmlFor={id}>{t('orders.endReason')}</label>
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={longest}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      ) : (
        <p className="muted">{order.reason}</p>
      )}
    </ConfirmDialog>
  );
}
