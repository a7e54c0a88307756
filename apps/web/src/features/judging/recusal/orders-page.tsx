import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useText } from '../../../locales/use-text.js';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { RequireSession } from '../../identity/require-session.js';
import { OrderForm } from './order-form.js';
import { OrderTable } from './order-table.js';
import { recusalOrdersQuery } from './queries.js';
import './recusal.css';

export function Component() {
  const { t } = useTranslation('recusal');
  const { slug = '' } = useParams();
  return (
    <RequireSession title={t('orders.title')}>
      <Orders key={slug} slug={slug} />
    </RequireSession>
  );
}

/** Recusals that one person orders and a second confirms or declines. */
function Orders({ slug }: { slug: string }) {
  const { t } = useTranslation('recusal');
  const text = useText();
  const query = useQuery(recusalOrdersQuery(slug));
  const edition = query.data?.edition;
  return (
    <Page
      isDemo={edition?.isDemo}
      isComing={query.isPending}
      title={t('orders.title')}
      lead={t('orders.lead')}
      trail={
        <>
          <Link to={`/organiser/editions/${slug}`}>{edition ? text(edition.name) : t('edition')}</Link>
          <Link to={`/organiser/editions/${slug}/organiser-recusals`}>{t('organisers.title')}</Link>
        </>
      }
    >
      <QueryView query={query}>
        {(shown) => (
          <>
            <OrderForm slug={slug} shown={shown} />
            <OrderTable slug={slug} shown={shown} />
          </>
        )}
      </QueryView>
    </Page>
  );
}
