import { infiniteQueryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { answer, api, type Schemas } from '../../api/client.js';
import { useFormats } from '../../locales/formats.js';
import { useText } from '../../locales/use-text.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { FaultState } from '../../ui/fault-state.js';
import { Page } from '../../ui/page.js';
import { Shape } from '../../ui/shape.js';
import { StateMark, type Tone } from '../../ui/state-mark.js';
import { editionsQuery } from '../contest/queries.js';
import { RequireSession } from '../identity/require-session.js';
import './judges.css';

type ListedJudge = Schemas['ListedJudgeDto'];

const tones: Record<ListedJudge['account'], Tone> = { none: 'idle', 'signs-in': 'done', disabled: 'attention' };

const judgesQuery = (slug: string, q: string) =>
  infiniteQueryOptions({
    queryKey: ['organisations', 'judges', slug, q],
    initialPageParam: 0,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/editions/{slug}/judges', {
          params: { path: { slug }, query: { q, after: pageParam, limit: 100 } },
        }),
      ),
    getNextPageParam: ({ nextAfter }) => nextAfter ?? undefined,
    placeholderData: (previous) => previous,
  });

export function Component() {
  const { t } = useTranslation('judges');
  return (
    <RequireSession title={t('title')}>
      <Judges />
    </RequireSession>
  );
}

function Judges() {
  const { t } = useTranslation('judges');
  const text = useText();
  const { slug = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const editions = useQuery(editionsQuery);
  const query = useInfiniteQuery(judgesQuery(slug, q));
  const edition = editions.data?.editions.find((one) => one.slug === slug);
  const first = query.data?.pages[0];
  return (
    <Page
      isDemo={edition?.isDemo}
      isComing={editions.isPending}
      title={edition ? `${text(edition.name)} · ${t('title')}` : t('title')}
      lead={t('lead')}
      trail={<Link to={`/organiser/editions/${slug}`}>{edition ? text(edition.name) : t('edition')}</Link>}
      actions={
        <Link className="quiet-button" to={`/organiser/editions/${slug}/import`}>
          {t('import')}
        </Link>
      }
    >
      <Input.Search
        className="judges-search"
        aria-label={t('search')}
        placeholder={t('search')}
        defaultValue={q}
        allowClear
        maxLength={100}
        onSearch={(next) => setSearch(next.trim() === '' ? {} : { q: next.trim() }, { replace: true })}
      />
      {query.error && !first ? (
        <FaultState error={query.error} onRetry={() => void query.refetch()} />
      ) : first === undefined ? (
        <Shape lines={8} block />
      ) : (
        <>
          <JudgesTable
            judges={query.data?.pages.flatMap((page) => page.judges) ?? []}
            total={first.total}
            isSearch={q !== ''}
          />
          {query.hasNextPage ? (
            <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('more')}
            </Button>
          ) : null}
        </>
      )}
    </Page>
  );
}

interface JudgesTableProps {
  judges: readonly ListedJudge[];
  total: number;
  isSearch: boolean;
}

function JudgesTable({ judges, total, isSearch }: JudgesTableProps) {
  const { t } = useTranslation('judges');
  const text = useText();
  const { count } = useFormats();
  const employer = (judge: ListedJudge) => (judge.organisation ? text(judge.organisation) : (judge.employer ?? ''));
  const columns: Column<ListedJudge>[] = [
    { key: 'name', header: t('name'), cell: ({ name }) => name ?? t('nameless'), isRowHeader: true },
    { key: 'email', header: t('email'), cell: ({ email }) => email ?? '' },
    { key: 'kind', header: t('kindLabel'), cell: ({ kind }) => (kind === null ? t('noKind') : t(`kind.${kind}`)) },
    {
      key: 'employer',
      header: t('employer'),
      cell: employer,
      show: (judge) => (
        <>
          {employer(judge) || <span className="muted">{t('noEmployer')}</span>}
          {judge.organisation && judge.employer !== text(judge.organisation) ? (
            <div className="muted">{t('typed', { employer: judge.employer ?? '' })}</div>
          ) : null}
          {judge.employer !== null && judge.organisation === null ? (
            <div className="muted">{t('unrecognised')}</div>
          ) : null}
        </>
      ),
    },
    {
      key: 'account',
      header: t('accountLabel'),
      cell: ({ account }) => t(`account.${account}`),
      show: ({ account }) => <StateMark tone={tones[account]}>{t(`account.${account}`)}</StateMark>,
    },
  ];
  return (
    <DataTable
      caption={t('count', { count: total, number: count(total) })}
      columns={columns}
      rows={judges}
      rowKey={({ id }) => id}
      empty={isSearch ? t('noneFound') : t('none')}
    />
  );
}
