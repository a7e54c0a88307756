import { useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FaultState } from '../../ui/fault-state.js';
import { Page } from '../../ui/page.js';
import { Shape } from '../../ui/shape.js';
import { useAct } from '../../ui/use-act.js';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import { RequireSession } from '../identity/require-session.js';
import { Deadlines } from './deadlines.js';
import { NoticeCard } from './notice-card.js';
import './mail.css';

export function Component() {
  const { t } = useTranslation('mail');
  return (
    <RequireSession title={t('messages')}>
      <Messages />
    </RequireSession>
  );
}

function Messages() {
  const { t } = useTranslation('mail');
  const query = useInfiniteQuery({
    queryKey: ['notices', 'pages'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(api.GET('/api/v1/my/notices', { params: { query: { cursor: pageParam, limit: 20 } } })),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const { sentence } = useProblemMessage();
  const {
    run: read,
    isPending,
    error,
  } = useAct(
    (publicIds: string[], key) =>
      answer(
        api.POST('/api/v1/my/notices/readings', {
          params: { header: { 'Idempotency-Key': key } },
          body: { publicIds },
        }),
      ),
    ['notices'],
  );
  const notices = query.data?.pages.flatMap((page) => page.notices) ?? [];
  const unread = notices.filter(({ readAt }) => readAt === null).map(({ publicId }) => publicId);
  return (
    <Page
      title={t('messages')}
      width="reading"
      lead={t('messagesLead')}
      actions={
        <Button disabled={unread.length === 0} loading={isPending} onClick={() => read(unread)}>
          {t(query.hasNextPage ? 'readShown' : 'readAll')}
        </Button>
      }
    >
      <div role="alert">{error ? <Alert type="error" showIcon title={sentence(error)} /> : null}</div>
      <Deadlines />
      <section aria-labelledby="notices">
        <h2 id="notices">{t('notices')}</h2>
        {query.isPending ? <Shape lines={5} block /> : null}
        {query.error && notices.length === 0 ? (
          <FaultState error={query.error} onRetry={() => void query.refetch()} />
        ) : null}
        {query.isSuccess && notices.length === 0 ? <EmptyState text={t('noNotices')} /> : null}
        <ul className="plain-list">
          {notices.map((notice) => (
            <NoticeCard key={notice.publicId} notice={notice} onRead={() => read([notice.publicId])} />
          ))}
        </ul>
        {query.hasNextPage ? (
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('more')}
          </Button>
        ) : null}
      </section>
    </Page>
  );
}
