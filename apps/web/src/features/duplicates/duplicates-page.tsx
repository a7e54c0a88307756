import { DownloadOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useFormats } from '../../locales/formats.js';
import { useText } from '../../locales/use-text.js';
import { Choice } from '../../ui/choice.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { FaultState } from '../../ui/fault-state.js';
import { Page } from '../../ui/page.js';
import { editionsQuery } from '../contest/queries.js';
import { RequireSession } from '../identity/require-session.js';
import { OtherEntry } from './other-entry.js';
import { PairEvidence, StrengthMark } from './pair-evidence.js';
import { PairMark } from './pair-mark.js';
import {
  csvAddress,
  type DuplicateFilter,
  type DuplicatePair,
  duplicatesQuery,
  filterOf,
  kinds,
  states,
  strengths,
} from './queries.js';
import './duplicates.css';

export function Component() {
  const { t } = useTranslation('duplicates');
  return (
    <RequireSession title={t('title')}>
      <Duplicates />
    </RequireSession>
  );
}

function Duplicates() {
  const { t } = useTranslation('duplicates');
  const text = useText();
  const { count } = useFormats();
  const { slug = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  const editions = useQuery(editionsQuery);
  const query = useInfiniteQuery(duplicatesQuery(slug, filter));
  const isComing = editions.isPending || query.isPending;
  const edition = isComing ? undefined : editions.data?.editions.find((one) => one.slug === slug);
  const first = query.data?.pages[0];
  return (
    <Page
      isDemo={edition?.isDemo}
      isComing={isComing}
      title={edition ? `${text(edition.name)} · ${t('title')}` : t('title')}
      lead={t('lead')}
      trail={<Link to={`/organiser/editions/${slug}`}>{edition ? text(edition.name) : t('edition')}</Link>}
    >
      <Filters filter={filter} onChange={(changes) => setSearch({ ...filter, ...changes }, { replace: true })} />
      {query.error && !query.data ? (
        <FaultState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <>
          <p role="status" className="muted">
            {t('total', { count: first?.total ?? 0, number: count(first?.total ?? 0) })}
            {first && first.waiting > 0 ? (
              <span> · {t('waiting', { count: first.waiting, number: count(first.waiting) })}</span>
            ) : null}
          </p>
          <PairsTable slug={slug} filter={filter} pairs={query.data?.pages.flatMap((page) => page.pairs) ?? []} />
          {query.hasNextPage ? (
            <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('more')}
            </Button>
          ) : null}
          <p className="muted">{t('strengthNote')}</p>
        </>
      )}
    </Page>
  );
}

interface FiltersProps {
  filter: DuplicateFilter;
  onChange: (changes: Partial<DuplicateFilter>) => void;
}

function Filters({ filter, onChange }: FiltersProps) {
  const { t } = useTranslation('duplicates');
  return (
    <div className="duplicate-filters">
      <Choice
        label={t('kind')}
        value={filter.kind}
        options={kinds.map((value) => ({ value, text: t(`kindOf.${value}`) }))}
        onChange={(kind) => onChange({ kind })}
      />
      <Choice
        label={t('least')}
        value={filter.least}
        options={strengths.map((value) => ({ value, text: t(`leastOf.${value}`) }))}
        onChange={(least) => onChange({ least })}
      />
      <Choice
        label={t('state')}
        value={filter.state}
        options={states.map((value) => ({ value, text: t(`stateOf.${value}`) }))}
        onChange={(state) => onChange({ state })}
      />
    </div>
  );
}

interface PairsTableProps {
  slug: string;
  filter: DuplicateFilter;
  pairs: readonly DuplicatePair[];
}

function PairsTable({ slug, filter, pairs }: PairsTableProps) {
  const { t } = useTranslation('duplicates');
  const columns: Column<DuplicatePair>[] = [
    {
      key: 'strength',
      header: t('least'),
      cell: ({ strength }) => t(`strength.${strength}`),
      show: ({ strength }) => <StrengthMark strength={strength} />,
    },
    {
      key: 'pair',
      header: t('title'),
      isRowHeader: true,
      cell: ({ entry, other }) => [entry.title, other.title].join(t('and')),
      show: ({ entry, other }) => (
        <div className="pair-entries">
          <OtherEntry entry={entry} slug={slug} />
          <OtherEntry entry={other} slug={slug} />
        </div>
      ),
    },
    {
      key: 'evidence',
      header: t('evidence'),
      cell: () => '',
      show: (pair) => <PairEvidence pair={pair} />,
    },
    {
      key: 'mark',
      header: t('state'),
      cell: ({ mark }) => (mark ? t(`verdict.${mark.verdict}`) : t('stateOf.open')),
      show: (pair) => <PairMark slug={slug} pair={pair} />,
    },
  ];
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={pairs}
      rowKey={({ entry, other }) => `${entry.publicId} ${other.publicId}`}
      empty={t('empty')}
      actions={
        <a className="quiet-button" href={csvAddress(slug, filter)} download>
          <DownloadOutlined aria-hidden="true" /> {t('csv')}
        </a>
      }
    />
  );
}
