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
import { DeclareForm } from './declare-form.js';
import { organiserRecusalsQuery, type OrganiserRecusal } from './queries.js';
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
    { key: 'reason', header: t('reason'), cell: ({ reasonCode }) => reasons(`recusal.reasons.${reasonCode}`) },
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
