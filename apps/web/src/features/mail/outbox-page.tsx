import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answer, api } from '../../api/client.js';
import { useText } from '../../locales/use-text.js';
import { FaultState } from '../../ui/fault-state.js';
import { Page } from '../../ui/page.js';
import { editionsQuery } from '../contest/queries.js';
import { RequireSession } from '../identity/require-session.js';
import { OutboxFilter, type Filter } from './outbox-filter.js';
import { OutboxTable } from './outbox-table.js';
import './mail.css';

export function Component() {
  const { t } = useTranslation('mail');
  return (
    <RequireSession title={t('outbox')}>
      <Outbox />
    </RequireSession>
  );
}

function Outbox() {
  const { t } = useTranslation('mail');
  const text = useText();
  const { slug = '' } = useParams();
  const [filter, setFilter] = useState<Filter>({ state: 'all', q: '' });
  const editions = useQuery(editionsQuery);
  const query = useInfiniteQuery({
    queryKey: ['messages', slug, 'pages', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/editions/{slug}/messages', {
          params: {
            path: { slug },
            query: {
              cursor: pageParam,
              limit: 50,
              ...(filter.state === 'all' ? {} : { state: filter.state }),
              ...(filter.q === '' ? {} : { q: filter.q }),
            },
          },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    // The list stays while another state or word is looked for.
    placeholderData: (previous) => previous,
  });
  const messages = query.data?.pages.flatMap((page) => page.messages) ?? [];
  const isRefused = query.error !== null && messages.length === 0;
  const isComing = editions.isPending || query.isPending;
  const edition = isComing ? undefined : editions.data?.editions.find((one) => one.slug === slug);
  return (
    <Page
      isDemo={edition?.isDemo}
      isComing={isComing}
      title={edition ? `${text(edition.name)} · ${t('outbox')}` : t('outbox')}
      trail={<Link to={`/organiser/editions/${slug}`}>{edition ? text(edition.name) : t('edition')}</Link>}
      lead={t('outboxLead')}
      actions={
        isRefused ? null : (
          <Link className="quiet-button" to={`/organiser/editions/${slug}/message-templates`}>
            {t('templates')}
          </Link>
        )
      }
    >
      {isRefused ? (
        <FaultState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <>
          <OutboxFilter filter={filter} counts={query.data?.pages[0]?.counts} onChange={setFilter} />
          <OutboxTable slug={slug} messages={messages} isFiltered={filter.state !== 'all' || filter.q !== ''} />
          {query.hasNextPage ? (
            <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('more')}
            </Button>
          ) : null}
        </>
      )}
    </Page>
  );
}
