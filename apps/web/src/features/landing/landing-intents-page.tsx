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
import { ConfirmIntentDialog } from './confirm-intent-dialog.js';
import { LandingIntentsTable, type LandingIntent } from './landing-intents-table.js';
import './key-figures.css';

export function Component() {
  const { t } = useTranslation('landing');
  return (
    <RequireSession title={t('intents')}>
      <Intents />
    </RequireSession>
  );
}

function Intents() {
  const { t } = useTranslation('landing');
  const text = useText();
  const { slug = '' } = useParams();
  const [chosen, setChosen] = useState<LandingIntent | null>(null);
  const editions = useQuery(editionsQuery);
  const query = useInfiniteQuery({
    queryKey: ['landing-intents', slug],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/editions/{slug}/landing-intents', {
          params: { path: { slug }, query: { cursor: pageParam, limit: 50 } },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const intents = query.data?.pages.flatMap((page) => page.intents) ?? [];
  const isComing = editions.isPending || query.isPending;
  const edition = isComing ? undefined : editions.data?.editions.find((one) => one.slug === slug);
  return (
    <Page
      isDemo={edition?.isDemo}
      isComing={isComing}
      title={edition ? `${text(edition.name)} · ${t('intents')}` : t('intents')}
      trail={<Link to={`/organiser/editions/${slug}`}>{edition ? text(edition.name) : t('edition')}</Link>}
      lead={t('intentsLead')}
    >
      {query.error && intents.length === 0 ? (
        <FaultState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <>
          <LandingIntentsTable slug={slug} intents={intents} onConfirm={setChosen} />
          {query.hasNextPage ? (
            <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('more')}
            </Button>
          ) : null}
        </>
      )}
      {chosen ? (
        <ConfirmIntentDialog key={chosen.entryPublicId} intent={chosen} onClose={() => setChosen(null)} />
      ) : null}
    </Page>
  );
}
