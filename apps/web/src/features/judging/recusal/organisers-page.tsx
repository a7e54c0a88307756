import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useText } from '../../../locales/use-text.js';
import { DataTable, type Column } from '../../../ui/data-table.js';
import { Moment } from '../../../ui/moment.js';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { StateMark } from '../../../ui/state-mark.js';
import { RequireSession } from '../../identity/require-session.js';
import { useMay } from '../../identity/use-may.js';
import { DeclareForm } from './declare-form.js';
import { type AwaitedOrder, organiserRecusalsQuery, type OrganiserRecusal } from './queries.js';
import './recusal.css';

export function Component() {
  const { t } = useTranslation('recusal');
  const { slug = '' } = useParams();
  return (
    <RequireSession title={t('organisers.title')}>
      <OrganiserRecusals key={slug} slug={slug} />
    </RequireSession>
  );
}

/** Where somebody of the office says that an entry concerns them, and who has the case instead. */
function OrganiserRecusals({ slug }: { slug: string }) {
  const { t } = useTranslation('recusal');
  const text = useText();
  const query = useQuery(organiserRecusalsQuery(slug));
  const edition = query.data?.edition;
  const columns = useColumns();
  const mayOrder = useMay(slug, 'recusal.order');
  return (
    <Page
      isDemo={edition?.isDemo}
      isComing={query.isPending}
      title={t('organisers.title')}
      lead={t('organisers.lead')}
      trail={<Link to={`/organiser/editions/${slug}`}>{edition ? text(edition.name) : t('edition')}</Link>}
    >
      <QueryView query={query}>
        {(shown) => (
          <>
            <Awaited orders={shown.awaited} />
            {mayOrder ? (
              <p>
                <Link to={`/organiser/editions/${slug}/recusal-orders`}>{t('orders.open')}</Link>
              </p>
            ) : null}
            <DeclareForm slug={slug} shown={shown} />
            <DataTable
              caption={t('organisers.all')}
              csv="organiser-recusals"
              columns={columns}
              rows={shown.recusals}
              rowKey={({ id }) => id}
              pageSize={20}
              empty={t('organisers.none')}
            />
          </>
        )}
      </QueryView>
    </Page>
  );
}

/** What somebody ordered of the reader, who reads nothing of these entries meanwhile. */
function Awaited({ orders }: { orders: readonly AwaitedOrder[] }) {
  const { t } = useTranslation('recusal');
  const reasons = useTranslation('judging').t;
  if (orders.length === 0) return null;
  return (
    <section className="card recusal-awaited" aria-label={t('orders.toYou')}>
      <h2>{t('orders.toYou')}</h2>
      <ul>
        {orders.map(({ entryNumber, reasonCode, at }) => (
          <li key={entryNumber}>
            {t('orders.toYouOf', { number: entryNumber, reason: reasons(`recusal.grounds.${reasonCode}`) })}{' '}
            <Moment at={at} />
          </li>
        ))}
      </ul>
      <p>{t('orders.toYouText')}</p>
    </section>
  );
}

function useColumns(): Column<OrganiserRecusal>[] {
  const { t } = useTranslation('recusal');
  const reasons = useTranslation('judging').t;
  const nameOf = (name: string | null) => name ?? t('nameless');
  return [
    {
      key: 'entry',
      header: t('organisers.entry'),
      cell: ({ entryNumber, entryTitle }) => (entryTitle ? `${entryNumber} · ${entryTitle}` : String(entryNumber)),
      isRowHeader: true,
    },
    {
      key: 'organiser',
      header: t('organisers.organiser'),
      cell: ({ organiser }) => nameOf(organiser),
      show: ({ organiser, isOwn }) => (
        <>
          {nameOf(organiser)} {isOwn ? <StateMark tone="idle">{t('organisers.own')}</StateMark> : null}
        </>
      ),
    },
    { key: 'form', header: t('form'), cell: ({ form }) => t(`forms.${form}`) },
    { key: 'reason', header: t('reason'), cell: ({ reasonCode }) => reasons(`recusal.grounds.${reasonCode}`) },
    {
      key: 'handedTo',
      header: t('organisers.handedTo'),
      cell: ({ handedTo }) => nameOf(handedTo),
      show: ({ handedTo, isHandedToReader }) => (
        <>
          {nameOf(handedTo)} {isHandedToReader ? <StateMark tone="attention">{t('organisers.yours')}</StateMark> : null}
        </>
      ),
    },
    { key: 'at', header: t('at'), cell: ({ at }) => at, show: ({ at }) => <Moment at={at} /> },
  ];
}
