import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFormats } from '../../../locales/formats.js';
import { useText } from '../../../locales/use-text.js';
import { Choice } from '../../../ui/choice.js';
import { DataTable, type Column } from '../../../ui/data-table.js';
import { FaultState } from '../../../ui/fault-state.js';
import { Moment } from '../../../ui/moment.js';
import { Page } from '../../../ui/page.js';
import { SearchField } from '../../../ui/search-field.js';
import { Shape } from '../../../ui/shape.js';
import { editionsQuery } from '../../contest/queries.js';
import '../../eligibility/eligibility.css';
import { RequireSession } from '../../identity/require-session.js';
import { type AvoidanceFilter, type EditionAvoidance, editionAvoidancesQuery } from './queries.js';

const kinds = ['person', 'employer'] as const;

export function Component() {
  const { t } = useTranslation('passing');
  return (
    <RequireSession title={t('avoidances.title')}>
      <Avoidances />
    </RequireSession>
  );
}

/** Whom teams ask to be kept away as judges (申请回避): for whoever assigns judges, and nobody else. */
function Avoidances() {
  const { t } = useTranslation('passing');
  const text = useText();
  const { slug = '' } = useParams();
  const [filter, setFilter] = useState<AvoidanceFilter>({ kind: '', q: '' });
  const query = useInfiniteQuery(editionAvoidancesQuery(slug, filter));
  const editions = useQuery(editionsQuery);
  const edition = editions.data?.editions.find((one) => one.slug === slug);
  const isFiltered = filter.kind !== '' || filter.q !== '';
  return (
    <Page
      isDemo={edition?.isDemo}
      isComing={editions.isPending}
      title={edition ? `${text(edition.name)} · ${t('avoidances.title')}` : t('avoidances.title')}
      lead={t('avoidances.lead')}
      trail={<Link to={`/organiser/editions/${slug}`}>{edition ? text(edition.name) : t('offices.edition')}</Link>}
    >
      <div className="queue-filters">
        <Choice
          label={t('avoidances.kind')}
          value={filter.kind}
          options={[
            { value: '', text: t('avoidances.all') },
            ...kinds.map((value) => ({ value, text: t(`avoidances.${value}`) })),
          ]}
          onChange={(kind) => setFilter({ ...filter, kind })}
        />
        <SearchField label={t('avoidances.search')} maxLength={200} onSearch={(q) => setFilter({ ...filter, q })} />
      </div>
      {query.data ? (
        <AvoidancesTable
          slug={slug}
          isFiltered={isFiltered}
          total={query.data.pages[0]?.total ?? 0}
          rows={query.data.pages.flatMap(({ avoidances }) => avoidances)}
        />
      ) : query.error ? (
        <FaultState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Shape lines={8} block />
      )}
      {query.hasNextPage ? (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </Page>
  );
}

interface AvoidancesTableProps {
  slug: string;
  isFiltered: boolean;
  total: number;
  rows: readonly EditionAvoidance[];
}

function AvoidancesTable({ slug, isFiltered, total, rows }: AvoidancesTableProps) {
  const { t } = useTranslation('passing');
  const { count } = useFormats();
  const columns: Column<EditionAvoidance>[] = [
    {
      key: 'entry',
      header: t('offices.entry'),
      isRowHeader: true,
      cell: ({ entry }) => t('offices.entryTitle', { ...entry }),
      show: ({ entry }) => (
        <Link to={`/organiser/editions/${slug}/eligibility/${entry.publicId}`}>
          {t('offices.entryTitle', { ...entry })}
        </Link>
      ),
    },
    { key: 'kind', header: t('avoidances.kind'), cell: ({ kind }) => t(`avoidances.${kind}`) },
    { key: 'name', header: t('avoidances.name'), cell: ({ name }) => name },
    { key: 'reason', header: t('avoidances.reason'), cell: ({ reason }) => reason },
    {
      key: 'at',
      header: t('avoidances.at'),
      cell: ({ recordedAt }) => recordedAt,
      show: ({ recordedAt }) => <Moment at={recordedAt} />,
    },
  ];
  return (
    <DataTable
      caption={t('avoidances.count', { count: total, number: count(total) })}
      columns={columns}
      rows={rows}
      rowKey={({ entry, position }) => `${entry.publicId} ${position}`}
      empty={t(isFiltered ? 'avoidances.noMatch' : 'avoidances.none')}
    />
  );
}
