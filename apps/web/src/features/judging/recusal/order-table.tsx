import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../../ui/data-table.js';
import { Moment } from '../../../ui/moment.js';
import { StateMark, type Tone } from '../../../ui/state-mark.js';
import { useFocusAfter } from '../../../ui/use-focus-after.js';
import { useMay } from '../../identity/use-may.js';
import { type AskedOrder, OrderDialog } from './order-dialog.js';
import type { RecusalOrder, RecusalOrders } from './queries.js';

const tones: Record<RecusalOrder['state'], Tone> = {
  ...({ awaited: 'attention', confirmed: 'done', declined: 'idle', 'taken-back': 'idle' } as const),
};

/** Every order of the edition: what awaits a second person, and what came of the others. */
export function OrderTable({ slug, shown }: { slug: string; shown: RecusalOrders }) {
  const { t } = useTranslation('recusal');
  const [asked, setAsked] = useState<AskedOrder | null>(null);
  const mayConfirm = useMay(slug, 'recusal.confirm');
  const waits = shown.orders.some(({ state }) => state === 'awaited');
  return (
    <>
      <DataTable
        caption={t('orders.all')}
        csv="recusal-orders"
        columns={useColumns(mayConfirm, asked?.order.id ?? null, setAsked)}
        rows={shown.orders}
        rowKey={({ id }) => id}
        pageSize={20}
        empty={t('orders.none')}
        lead={waits && !mayConfirm && shown.otherApprovers === 0 ? <p>{t('orders.nobody')}</p> : null}
      />
      {asked ? <OrderDialog slug={slug} asked={asked} people={shown.people} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

/** @param asked id of the order that the dialog is about */
function useColumns(
  mayConfirm: boolean,
  asked: string | null,
  ask: (asked: AskedOrder) => void,
): Column<RecusalOrder>[] {
  const { t } = useTranslation('recusal');
  const reasons = useTranslation('judging').t;
  const nameOf = (name: string | null) => name ?? t('nameless');
  return [
    {
      key: 'entry',
      header: t('organisers.entry'),
      cell: ({ entryNumber, entryTitle }) => `${entryNumber} · ${entryTitle}`,
      show: ({ entryNumber, entryTitle, person, role, handedTo }) => (
        <>
          {entryNumber} · {entryTitle}
          <div className="muted order-person">
            {nameOf(person)} · {t(`orders.roles.${role}`)}
          </div>
          {role === 'organiser' ? (
            <div className="muted order-person">{t('orders.handsTo', { name: nameOf(handedTo) })}</div>
          ) : null}
        </>
      ),
      isRowHeader: true,
    },
    {
      key: 'person',
      header: t('orders.person'),
      cell: ({ person, role }) => `${nameOf(person)} · ${t(`orders.roles.${role}`)}`,
      isCsvOnly: true,
    },
    {
      key: 'state',
      header: t('orders.state'),
      cell: ({ state }) => t(`orders.states.${state}`),
      show: (order) => <State order={order} isAsked={order.id === asked} />,
    },
    {
      key: 'reason',
      header: t('reason'),
      cell: ({ reasonCode, reason }) => `${reasons(`recusal.grounds.${reasonCode}`)} · ${reason ?? t('orders.erased')}`,
      show: ({ reasonCode, reason, evidence, endReason }) => (
        <div className="order-words">
          <div>{reasons(`recusal.grounds.${reasonCode}`)}</div>
          <div>{reason ?? t('orders.erased')}</div>
          {evidence === null ? null : <div className="muted">{t('orders.evidenceOf', { evidence })}</div>}
          {endReason === null ? null : <div className="muted">{t('orders.endReasonOf', { reason: endReason })}</div>}
        </div>
      ),
    },
    { key: 'evidence', header: t('orders.evidence'), cell: ({ evidence }) => evidence ?? '', isCsvOnly: true },
    {
      key: 'ordered',
      header: t('orders.persons'),
      cell: ({ orderedBy, orderedAt }) => `${nameOf(orderedBy)} ${orderedAt}`,
      show: ({ orderedBy, orderedAt, endedBy, endedAt }) => (
        <>
          <Person label={t('orders.orderedBy')} name={nameOf(orderedBy)} at={orderedAt} />
          {endedAt === null ? null : <Person label={t('orders.endedBy')} name={nameOf(endedBy)} at={endedAt} />}
        </>
      ),
    },
    {
      key: 'ended',
      header: t('orders.endedBy'),
      cell: ({ endedAt, endedBy }) => (endedAt === null ? '' : `${nameOf(endedBy)} ${endedAt}`),
      isCsvOnly: true,
    },
    {
      key: 'acts',
      header: t('orders.acts'),
      cell: () => '',
      isScreenOnly: true,
      show: (order) => (order.state === 'awaited' ? <Acts order={order} mayConfirm={mayConfirm} ask={ask} /> : null),
    },
  ];
}

/** The buttons of an order's acts go with them, and the focus then stays with what came of it. */
function State({ order, isAsked }: { order: RecusalOrder; isAsked: boolean }) {
  const { t } = useTranslation('recusal');
  const cell = useFocusAfter<HTMLDivElement>(isAsked);
  return (
    <div ref={cell} tabIndex={-1} role="group" aria-label={t('orders.stateOf', { number: order.entryNumber })}>
      <StateMark tone={tones[order.state]}>{t(`orders.states.${order.state}`)}</StateMark>
    </div>
  );
}

function Person({ label, name, at }: { label: string; name: string; at: string }) {
  return (
    <div className="order-actor">
      <span className="muted">{label}</span> {name}
      <div className="muted">
        <Moment at={at} />
      </div>
    </div>
  );
}

interface ActsProps {
  order: RecusalOrder;
  mayConfirm: boolean;
  ask: (asked: AskedOrder) => void;
}

function Acts({ order, mayConfirm, ask }: ActsProps) {
  const { t } = useTranslation('recusal');
  const acts = order.isOwn ? (['return'] as const) : mayConfirm ? (['confirmation', 'refusal'] as const) : [];
  return (
    <div className="order-acts">
      {acts.map((act) => (
        <Button
          key={act}
          size="small"
          type={act === 'confirmation' ? 'primary' : 'default'}
          aria-label={t(`orders.${act}Of`, { number: order.entryNumber })}
          onClick={() => ask({ act, order })}
        >
          {t(`orders.${act}`)}
        </Button>
      ))}
    </div>
  );
}
