import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../../ui/empty-state.js';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { RequireSession } from '../../identity/require-session.js';
import { TextSize, TextSizeSwitch } from '../text-size.js';
import { EditionWishes } from './edition-wishes.js';
import { myWishesQuery } from './queries.js';
import './wishes.css';

export function Component() {
  const { t } = useTranslation('judging');
  return (
    <RequireSession title={t('wishes.title')}>
      <TextSize>
        <Wishes />
      </TextSize>
    </RequireSession>
  );
}

/** What a judge gladly reads, or rather not: of field groups, never of entries. */
function Wishes() {
  const { t } = useTranslation('judging');
  const query = useQuery(myWishesQuery);
  const editions = query.data?.editions ?? [];
  return (
    <Page
      title={t('wishes.title')}
      lead={t('wishes.lead')}
      width="reading"
      isDemo={editions.some(({ isDemo }) => isDemo)}
      isComing={query.isPending}
      trail={<Link to="/judging">{t('queueTitle')}</Link>}
      actions={<TextSizeSwitch />}
    >
      <QueryView query={query}>
        {(wishes) =>
          wishes.editions.length === 0 ? (
            <EmptyState text={t('wishes.none')} />
          ) : (
            wishes.editions.map((edition) => <EditionWishes key={edition.slug} edition={edition} />)
          )
        }
      </QueryView>
    </Page>
  );
}
