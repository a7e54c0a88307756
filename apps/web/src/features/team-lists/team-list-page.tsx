import { PrinterOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams, useSearchParams } from 'react-router';
import { useFormats } from '../../locales/formats.js';
import { useText } from '../../locales/use-text.js';
import { Choice } from '../../ui/choice.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FaultState } from '../../ui/fault-state.js';
import { Page } from '../../ui/page.js';
import { Shape } from '../../ui/shape.js';
import { editionsQuery } from '../contest/queries.js';
import { RequireSession } from '../identity/require-session.js';
import { type TeamListKind, teamListQuery } from './queries.js';
import { TeamListPaper } from './team-list-paper.js';
import './team-lists.css';

/** The sheet that people sign at the door, or the list to call them by, as the address says. */
export function Component() {
  const { t } = useTranslation('teamLists');
  const kind: TeamListKind = useLocation().pathname.endsWith('/sign-in-sheet') ? 'sign-in' : 'contacts';
  return (
    <RequireSession title={t(`title.${kind}`)}>
      <TeamList key={kind} kind={kind} />
    </RequireSession>
  );
}

function TeamList({ kind }: { kind: TeamListKind }) {
  const { t } = useTranslation('teamLists');
  const text = useText();
  const { count } = useFormats();
  const { slug = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const [track, stage] = [search.get('track') ?? '', search.get('stage') ?? ''];
  const editions = useQuery(editionsQuery);
  const query = useInfiniteQuery(teamListQuery(slug, { kind, track, stage }));
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = query;
  // Paper shows a list whole: it is read to its end, a page after the other.
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage]);
  const isComing = editions.isPending;
  const edition = editions.data?.editions.find((one) => one.slug === slug);
  const first = query.data?.pages[0];
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? [];
  const isWhole = first !== undefined && !hasNextPage;
  const choose = (name: 'track' | 'stage') => (value: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const name = edition ? text(edition.name) : '';
  return (
    <Page
      isDemo={edition?.isDemo}
      isComing={isComing}
      title={edition ? `${name} · ${t(`title.${kind}`)}` : t(`title.${kind}`)}
      lead={t(`lead.${kind}`)}
      trail={
        <>
          <Link to={`/organiser/editions/${slug}`}>{edition ? name : t('edition')}</Link>
          <Link to={`/organiser/editions/${slug}/import`}>{t('exports')}</Link>
        </>
      }
      actions={
        <Button
          type="primary"
          icon={<PrinterOutlined aria-hidden="true" />}
          disabled={!isWhole || entries.length === 0}
          onClick={() => window.print()}
        >
          {t('print')}
        </Button>
      }
    >
      {query.error ? (
        <FaultState
          error={query.error}
          onRetry={() => void (first === undefined ? query.refetch() : query.fetchNextPage())}
        />
      ) : null}
      {first === undefined ? (
        query.error ? null : (
          <Shape lines={8} block />
        )
      ) : (
        <>
          <div className="team-list-choices">
            <Choice
              label={t('track')}
              value={track}
              options={[{ value: '', text: t('allTracks') }, ...first.tracks.map(option)]}
              onChange={choose('track')}
            />
            <Choice
              label={t('stage')}
              value={stage}
              options={[{ value: '', text: t('allStages') }, ...first.stages.map(option)]}
              onChange={choose('stage')}
            />
          </div>
          <p className="team-list-count" role="status">
            {isWhole
              ? t('count', { count: first.total, entries: count(first.total) })
              : t('coming', { read: count(entries.length), total: count(first.total) })}
          </p>
          {entries.length === 0 ? (
            <EmptyState text={t('none')} />
          ) : (
            <TeamListPaper
              kind={kind}
              edition={name}
              tracks={first.tracks}
              entries={entries}
              stage={first.stages.find(({ key }) => key === stage)?.name ?? null}
            />
          )}
        </>
      )}
    </Page>
  );

  function option({ key, name: label }: { key: string; name: { zh: string; en: string } }) {
    return { value: key, text: text(label) };
  }
}
