import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useText } from '../../../locales/use-text.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { publicEditionsQuery } from '../../contest/public-editions.js';
import { RequireSession } from '../../identity/require-session.js';
import { FormEditor } from './form-editor.js';
import { formDeskQuery, formNodesQuery } from './form-editor-queries.js';
import '../submission.css';
import './form-editor.css';

export function Component() {
  const { t } = useTranslation('forms');
  return (
    <RequireSession title={t('title')}>
      <Editor />
    </RequireSession>
  );
}

function Editor() {
  const { t } = useTranslation('forms');
  const text = useText();
  const { slug = '', trackKey = '' } = useParams();
  const desk = useQuery(formDeskQuery(slug, trackKey));
  const nodes = useQuery(formNodesQuery(slug));
  const editions = useQuery(publicEditionsQuery);
  const edition = editions.data?.contests.flatMap((contest) => contest.editions).find((one) => one.slug === slug);
  const node = nodes.data?.nodes.find((one) => one.trackKey === trackKey);
  return (
    <Page
      isDemo={edition?.isDemo}
      isComing={desk.isPending || nodes.isPending}
      title={node ? `${t('title')} · ${text(node.name)}` : t('title')}
      trail={<Link to={`/organiser/editions/${slug}/forms`}>{t('title')}</Link>}
    >
      <QueryView query={desk}>
        {(loaded) =>
          edition === undefined || node === undefined ? (
            editions.isPending || nodes.isPending ? null : (
              <EmptyState text={t('notPublic')}>
                <Link to={`/organiser/editions/${slug}/forms`}>{t('title')}</Link>
              </EmptyState>
            )
          ) : (
            <FormEditor key={loaded.publishedNumber} edition={edition} node={node} desk={loaded} />
          )
        }
      </QueryView>
    </Page>
  );
}
