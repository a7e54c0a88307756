import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useLocale } from '../../locales/use-text.js';
import { Moment } from '../../ui/moment.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { RequireSession } from '../identity/require-session.js';
import { MessageActs } from './message-acts.js';
import { MessageLog } from './message-log.js';
import { MessagePreview } from './message-preview.js';
import { MessageStateMark } from './message-state-mark.js';
import { messageQuery, type MessageDetail } from './queries.js';
import { useFailureText } from './use-failure-text.js';
import './mail.css';

export function Component() {
  const { t } = useTranslation('mail');
  const { slug = '', publicId = '' } = useParams();
  return (
    <RequireSession title={t('message')}>
      <Message key={publicId} slug={slug} publicId={publicId} />
    </RequireSession>
  );
}

function Message({ slug, publicId }: { slug: string; publicId: string }) {
  const { t } = useTranslation('mail');
  const locale = useLocale();
  const query = useQuery(messageQuery(slug, publicId));
  return (
    <Page
      isComing={query.isPending}
      title={query.data?.texts[locale].subject ?? t('message')}
      trail={<Link to={`/organiser/editions/${slug}/messages`}>{t('outbox')}</Link>}
    >
      <QueryView query={query}>
        {(message) => (
          <>
            <MessageFacts message={message} />
            <MessageActs slug={slug} message={message} />
            <MessagePreview texts={message.texts} first={message.locale} link={message.link} heading="h2" />
            <MessageLog log={message.log} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function MessageFacts({ message }: { message: MessageDetail }) {
  const { t } = useTranslation('mail');
  const failure = useFailureText();
  const { state, lastError, sentAt, nextAttemptAt, recipient, address } = message;
  return (
    <dl className="message-facts">
      <dt>{t('column.recipient')}</dt>
      <dd>
        {recipient} <span className="muted message-address">{address}</span>
      </dd>
      <dt>{t('column.state')}</dt>
      <dd className="message-state">
        <MessageStateMark state={state} />
        {lastError === null ? null : <span>{failure(lastError)}</span>}
      </dd>
      <dt>{t('column.written')}</dt>
      <dd>
        <Moment at={message.recordedAt} />
      </dd>
      {sentAt === null ? null : (
        <>
          <dt>{t('sentAt')}</dt>
          <dd>
            <Moment at={sentAt} />
          </dd>
        </>
      )}
      {state === 'waiting' ? (
        <>
          <dt>{t('nextAttemptAt')}</dt>
          <dd>
            <Moment at={nextAttemptAt} />
          </dd>
        </>
      ) : null}
      <dt>{t('column.read')}</dt>
      <dd>{message.readAt === null ? t('unread') : <Moment at={message.readAt} />}</dd>
    </dl>
  );
}
