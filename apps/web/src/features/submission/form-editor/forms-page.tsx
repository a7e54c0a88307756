import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFormats } from '../../../locales/formats.js';
import { useText } from '../../../locales/use-text.js';
import { DataTable, type Column } from '../../../ui/data-table.js';
import { Moment } from '../../../ui/moment.js';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { editionsQuery } from '../../contest/queries.js';
import { RequireSession } from '../../identity/require-session.js';
import { type FormNode, formNodesQuery } from './form-editor-queries.js';

export function Component() {
  const { t } = useTranslation('forms');
  return (
    <RequireSession title={t('title')}>
      <Forms />
    </RequireSession>
  );
}

function Forms() {
  const { t } = useTranslation('forms');
  const text = useText();
  const { slug = '' } = useParams();
  const query = useQuery(formNodesQuery(slug));
  const editions = useQuery(editionsQuery);
  const isComing = editions.isPending || query.isPending;
  const edition = isComing ? undefined : editions.data?.editions.find((one) => one.slug === slug);
  return (
    <Page
      isDemo={edition?.isDemo}
      isComing={isComing}
      title={edition ? `${text(edition.name)} · ${t('title')}` : t('title')}
      trail={<Link to={`/organiser/editions/${slug}`}>{edition ? text(edition.name) : t('edition')}</Link>}
      lead={t('lead')}
    >
      <QueryView query={query}>{({ nodes }) => <NodesTable nodes={nodes} slug={slug} />}</QueryView>
    </Page>
  );
}

function NodesTable({ nodes, slug }: { nodes: readonly FormNode[]; slug: string }) {
  const { t } = useTranslation('forms');
  const text = useText();
  const { beijing, count } = useFormats();
  const form = ({ published, parentKey }: FormNode) =>
    published ? t('published', { number: published.number }) : t(parentKey === null ? 'none' : 'inherits');
  const columns: Column<FormNode>[] = [
    {
      key: 'track',
      header: t('column.track'),
      cell: (node) => text(node.name),
      show: (node) => <Link to={`/organiser/editions/${slug}/forms/${node.trackKey}`}>{text(node.name)}</Link>,
      isRowHeader: true,
    },
    {
      key: 'form',
      header: t('column.form'),
      cell: form,
      show: (node) => (
        <span className={node.published || node.parentKey !== null ? 'nowrap' : 'whole-words'}>{form(node)}</span>
      ),
    },
    {
      key: 'at',
      header: t('column.at'),
      cell: ({ published }) => (published ? beijing(published.at) : ''),
      show: ({ published }) => (published ? <Moment at={published.at} /> : t('notYet')),
    },
    {
      key: 'draft',
      header: t('column.draft'),
      cell: ({ draftChangedAt: at }) => (at ? beijing(at) : ''),
      show: ({ draftChangedAt: at }) => (at ? <Moment at={at} /> : t('notYet')),
    },
    {
      key: 'entries',
      header: t('column.entries'),
      isNumber: true,
      cell: (node) => node.entries,
      show: (node) => count(node.entries),
    },
  ];
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={nodes}
      rowKey={({ trackKey }) => trackKey}
      empty={t('empty')}
    />
  );
}
