import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useFormats } from '../../locales/formats.js';
import { type BilingualText, useText } from '../../locales/use-text.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { SearchField } from '../../ui/search-field.js';
import { FaultState } from '../../ui/fault-state.js';
import { editionsQuery } from '../contest/queries.js';
import { RequireSession } from '../identity/require-session.js';
import { countriesQuery } from '../submission/queries.js';
import { OrganisationDialog } from './organisation-dialog.js';
import { type ListedOrganisation, organisationsQuery } from './queries.js';
import './organisations.css';

export function Component() {
  const { t } = useTranslation('organisations');
  return (
    <RequireSession title={t('title')}>
      <Organisations />
    </RequireSession>
  );
}

function Organisations() {
  const { t } = useTranslation('organisations');
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const [isRegistering, setRegistering] = useState(false);
  const q = search.get('q') ?? '';
  const query = useInfiniteQuery(organisationsQuery(q));
  const first = query.data?.pages[0];
  return (
    <Page
      isComing={query.isPending}
      title={t('title')}
      lead={t('lead')}
      trail={<Link to="/organiser">{t('editions')}</Link>}
      actions={
        <Button type="primary" onClick={() => setRegistering(true)}>
          {t('register')}
        </Button>
      }
    >
      {query.error && !first ? (
        <FaultState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <>
          <UnrecognisedLinks />
          <SearchField
            className="organisation-search"
            label={t('search')}
            defaultValue={q}
            onSearch={(next) => setSearch(next === '' ? {} : { q: next }, { replace: true })}
          />
          <OrganisationsTable
            organisations={query.data?.pages.flatMap((page) => page.organisations) ?? []}
            total={first?.total ?? 0}
            isSearch={q !== ''}
          />
          {query.hasNextPage ? (
            <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('more')}
            </Button>
          ) : null}
        </>
      )}
      {isRegistering ? (
        <OrganisationDialog
          onClose={() => setRegistering(false)}
          onDone={(id) => void navigate(`/organiser/organisations/${id}`)}
        />
      ) : null}
    </Page>
  );
}

function UnrecognisedLinks() {
  const { t } = useTranslation('organisations');
  const text = useText();
  const editions = useQuery(editionsQuery);
  return (
    <p className="organisation-links">
      {(editions.data?.editions ?? []).map(({ slug, name }) => (
        <Link key={slug} to={`/organiser/editions/${slug}/unrecognised-organisations`}>
          {t('unrecognisedOf', { edition: text(name) })}
        </Link>
      ))}
    </p>
  );
}

const otherThan = ({ zh, en }: BilingualText, shown: string) => (zh === shown ? en : zh);

interface OrganisationsTableProps {
  organisations: readonly ListedOrganisation[];
  total: number;
  isSearch: boolean;
}

function OrganisationsTable({ organisations, total, isSearch }: OrganisationsTableProps) {
  const { t } = useTranslation('organisations');
  const text = useText();
  const { count } = useFormats();
  const countries = useQuery(countriesQuery);
  const country = (code: string | null) =>
    text(countries.data?.countries.find((one) => one.code === code)?.name) || (code ?? '');
  const notGiven = <span className="muted">{t('notGiven')}</span>;
  const columns: Column<ListedOrganisation>[] = [
    {
      key: 'name',
      header: t('organisation'),
      isRowHeader: true,
      cell: ({ name }) => text(name),
      // What tells it from others of the same name stands with the name: there are enough columns without it.
      show: ({ id, name, parent }) => (
        <>
          <Link to={`/organiser/organisations/${id}`}>{text(name)}</Link>
          {name.zh === name.en ? null : <div className="organisation-aside">{otherThan(name, text(name))}</div>}
          {parent ? <div className="organisation-aside">{t('branchOf', { name: text(parent.name) })}</div> : null}
        </>
      ),
    },
    {
      key: 'country',
      header: t('country'),
      cell: ({ countryCode }) => country(countryCode),
      show: ({ countryCode }) => country(countryCode) || notGiven,
    },
    {
      key: 'code',
      header: t('code'),
      cell: ({ code }) => code ?? '',
      show: ({ code }) => (code === null ? notGiven : <span className="organisation-code">{code}</span>),
    },
    { key: 'names', header: t('furtherNames'), isNumber: true, cell: ({ names }) => count(names) },
    { key: 'branches', header: t('branches'), isNumber: true, cell: ({ branches }) => count(branches) },
  ];
  return (
    <DataTable
      caption={t('count', { number: count(total) })}
      columns={columns}
      rows={organisations}
      rowKey={({ id }) => id}
      empty={t(isSearch ? 'noneFound' : 'none')}
    />
  );
}
