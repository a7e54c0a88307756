import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../locales/use-text.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { RequireSession } from '../identity/require-session.js';
import { myAssignmentsQuery } from './assignments.js';
import { NamingAsked } from './interests/naming-asked.js';
import { Deliveries } from './offline/deliveries.js';
import { OrderedNotice } from './recusal/ordered-notice.js';
import { QueueStageSection } from './queue-stage-section.js';
import { TextSize, TextSizeSwitch } from './text-size.js';
import './queue.css';

export function Component() {
  const { t } = useTranslation('judging');
  return (
    <RequireSession title={t('queueTitle')}>
      <TextSize>
        <Queue />
      </TextSize>
    </RequireSession>
  );
}

function Queue() {
  const { t } = useTranslation('judging');
  const text = useText();
  const query = useQuery(myAssignmentsQuery);
  const isDemo =
    query.data &&
    [...query.data.awaited, ...query.data.stages.map(({ edition }) => edition)].some((edition) => edition.isDemo);
  return (
    <Page title={t('queueTitle')} width="reading" isDemo={isDemo} actions={<TextSizeSwitch />}>
      <QueryView query={query}>
        {(list) => (
          <>
            <Deliveries list={list} />
            <OrderedNotice ordered={list.ordered} />
            {/* A list kept for offline work may be older than this part of it. */}
            <NamingAsked naming={list.naming ?? []} />
            {list.awaited.map(({ slug, name }) => (
              <section key={slug} className="card queue-awaited">
                <h2>{t('awaited', { edition: text(name) })}</h2>
                <p>{t('awaitedText')}</p>
              </section>
            ))}
            <p>
              <Link className="quiet-button" to="/judging/wishes">
                {t('wishes.open')}
              </Link>
            </p>
            {list.stages.length === 0 && list.awaited.length === 0 ? <EmptyState text={t('queueEmpty')} /> : null}
            {list.stages.map((stage) => (
              <QueueStageSection key={`${stage.edition.slug}/${stage.stage.key}`} list={list} stage={stage} />
            ))}
          </>
        )}
      </QueryView>
    </Page>
  );
}
