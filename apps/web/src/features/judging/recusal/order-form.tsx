import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { Choice } from '../../../ui/choice.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { useAct } from '../../../ui/use-act.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import { recusalReasons, type RecusalReason } from '../recusal-reasons.js';
import { recusalOrderKeys, type RecusalOrders } from './queries.js';

const longest = { reason: 500, evidence: 1000 } as const;
type Role = Schemas['RecusalOrderDto']['role'];
const nobody = { entry: '', person: '', handedTo: '', reasonCode: '' as RecusalReason | '', reason: '', evidence: '' };
type Order = typeof nobody;

/** The first person's half: whom it concerns, which entry, why, and what shows it. */
export function OrderForm({ slug, shown }: { slug: string; shown: RecusalOrders }) {
  const { t } = useTranslation('recusal');
  const { sentence } = useProblemMessage();
  const [role, setRole] = useState<Role>('judge');
  const [order, setOrder] = useState<Order>(nobody);
  const [isAsked, setAsked] = useState(false);
  const change = (next: Partial<Order>) => setOrder({ ...order, ...next });
  const { run, isPending, error } = useAct(
    (body: Schemas['OrderRecusalDto'], key) =>
      answer(
        api.POST('/api/v1/editions/{slug}/recusal-orders', {
          params: { path: { slug }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    recusalOrderKeys,
    () => {
      setAsked(false);
      setOrder(nobody);
    },
  );
  const people = role === 'judge' ? shown.judges : shown.people.filter(({ id }) => id !== shown.reader);
  const body = bodyOf(role, order);
  const name = people.find(({ id }) => id === order.person)?.name ?? t('nameless');
  return (
    <Form className="card recusal-form" layout="vertical" onFinish={() => body && setAsked(true)}>
      <h2>{t('orders.order')}</h2>
      <Choice
        label={t('orders.role')}
        value={role}
        options={(['judge', 'organiser'] as const).map((value) => ({ value, text: t(`orders.roles.${value}`) }))}
        onChange={(next) => {
          setRole(next);
          change({ person: '', handedTo: '' });
        }}
      />
      <PersonChoice
        label={t('orders.person')}
        people={people}
        value={order.person}
        onChange={(person) => change({ person })}
      />
      {role === 'organiser' ? (
        <PersonChoice
          label={t('organisers.handTo')}
          people={shown.people.filter(({ id, takesCases }) => takesCases && id !== order.person)}
          value={order.handedTo}
          onChange={(handedTo) => change({ handedTo })}
        />
      ) : null}
      <OrderWords order={order} onChange={change} />
      <div role="alert">{error && !isAsked ? <Alert type="error" showIcon title={sentence(error)} /> : null}</div>
      <Button type="primary" htmlType="submit" disabled={body === null}>
        {t('orders.act')}
      </Button>
      <ConfirmDialog
        isOpen={isAsked}
        title={t('orders.order')}
        act={t('orders.act')}
        isDangerous
        isBusy={isPending}
        error={error}
        onConfirm={() => body && run(body)}
        onClose={() => setAsked(false)}
      >
        <p>
          {t(role === 'judge' ? 'orders.confirmOrder' : 'orders.confirmOrganiser', {
            name,
            number: order.entry.trim(),
          })}
        </p>
        {shown.otherApprovers === 0 ? <p>{t('orders.nobody')}</p> : null}
      </ConfirmDialog>
    </Form>
  );
}

/** Null where something is missing. */
function bodyOf(role: Role, order: Order): Schemas['OrderRecusalDto'] | null {
  const { entry, person, handedTo, reasonCode, reason, evidence } = order;
  if (!/^[1-9][0-9]{0,8}$/.test(entry.trim()) || reasonCode === '') return null;
  if (person === '' || reason.trim() === '' || evidence.trim() === '') return null;
  if (role === 'organiser' && handedTo === '') return null;
  return {
    ...{ entryNumber: Number(entry.trim()), reasonCode, reason: reason.trim(), evidence: evidence.trim() },
    seen: null,
    ...(role === 'judge'
      ? { judge: person, organiser: null, handedTo: null }
      : { judge: null, organiser: person, handedTo }),
  };
}

interface PersonChoiceProps {
  label: string;
  people: readonly { readonly id: string; readonly name: string | null }[];
  value: string;
  onChange: (id: string) => void;
}

function PersonChoice({ label, people, value, onChange }: PersonChoiceProps) {
  const { t } = useTranslation('recusal');
  return (
    <Choice
      label={label}
      value={value}
      options={[
        { value: '', text: t('choose') },
        ...people.map(({ id, name }) => ({ value: id, text: name ?? t('nameless') })),
      ]}
      onChange={onChange}
    />
  );
}

/** Which entry, and why. */
function OrderWords({ order, onChange }: { order: Order; onChange: (next: Partial<Order>) => void }) {
  const { t } = useTranslation('recusal');
  const reasons = useTranslation('judging').t;
  return (
    <>
      <Form.Item label={t('organisers.entryNumber')} htmlFor="order-entry" extra={t('organisers.entryHelp')}>
        <Input
          id="order-entry"
          inputMode="numeric"
          value={order.entry}
          maxLength={9}
          onChange={(event) => onChange({ entry: event.target.value })}
        />
      </Form.Item>
      <Choice
        label={t('reason')}
        value={order.reasonCode}
        options={[
          { value: '', text: t('choose') },
          ...recusalReasons.map((value) => ({ value, text: reasons(`recusal.grounds.${value}`) })),
        ]}
        onChange={(reasonCode) => onChange({ reasonCode })}
      />
      {(['reason', 'evidence'] as const).map((field) => (
        <Form.Item key={field} label={t(`orders.${field}`)} htmlFor={`order-${field}`} extra={t(`orders.${field}Help`)}>
          <Input.TextArea
            id={`order-${field}`}
            rows={2}
            maxLength={longest[field]}
            value={order[field]}
            onChange={(event) => onChange({ [field]: event.target.value })}
          />
        </Form.Item>
      ))}
    </>
  );
}
