import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answer, api, type Schemas } from '../../api/client.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { FaultState } from '../../ui/fault-state.js';
import { Page } from '../../ui/page.js';
import { RequireSession } from '../identity/require-session.js';
import { wallQuery } from '../judging/wall/use-wall.js';
import { useText } from '../../locales/use-text.js';
import { useRankAdvice, useTieText } from './use-tie-text.js';

type Row = Schemas['RankingRowDto'];

export function Component() {
  const { t } = useTranslation('scoring');
  const { stageId = '' } = useParams();
  return (
    <RequireSession title={t('ranking')}>
      <Ranking stageId={stageId} />
    </RequireSession>
  );
}

function Ranking({ stageId }: { stageId: string }) {
  const { t } = useTranslation('scoring');
  const text = useText();
  const wall = useQuery(wallQuery(stageId));
  const query = useInfiniteQuery({
    queryKey: ['ranking', stageId],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/stages/{stageId}/ranking', { params: { path: { stageId }, query: { cursor: pageParam } } }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    // Each reading is an event in the ledger: it happens when a person asks, not when a window gets the focus.
    refetchOnWindowFocus: false,
    staleTime: Infinity,
  });
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const isComing = wall.isPending || query.isPending;
  const stage = isComing ? undefined : wall.data;
  return (
    <Page
      isComing={isComing}
      title={stage ? t('rankingOf', { stage: text(stage.stage.name) }) : t('ranking')}
      trail={
        <>
          <Link to={`/organiser/stages/${stageId}`}>{stage ? text(stage.stage.name) : t('wall')}</Link>
          <Link to={`/organiser/stages/${stageId}/analysis`}>{t('analysis')}</Link>
        </>
      }
      lead={t('rankingLead')}
    >
      {query.error && rows.length === 0 ? (
        <FaultState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <>
          <RankingTable rows={rows} isWhole={!query.hasNextPage} stageId={stageId} />
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

interface RankingTableProps {
  rows: readonly Row[];
  /** Whether no more rows can be asked for. */
  isWhole: boolean;
  stageId: string;
}

function RankingTable({ rows, isWhole, stageId }: RankingTableProps) {
  const { t } = useTranslation('scoring');
  const tieText = useTieText();
  const adviceText = useRankAdvice();
  const columns: Column<Row>[] = [
    {
      key: 'rank',
      header: t('column.rank'),
      isNumber: true,
      cell: (row) => row.rank,
      show: (row) => row.rank ?? <span className="muted">{t('unranked')}</span>,
    },
    { key: 'number', header: t('column.entryNumber'), cell: (row) => row.entryNumber },
    { key: 'title', header: t('column.title'), cell: (row) => row.title, isRowHeader: true },
    { key: 'sheets', header: t('column.sheets'), isNumber: true, cell: (row) => row.sheets },
    {
      key: 'score',
      header: t('column.score'),
      isNumber: true,
      cell: (row) => row.score,
      show: (row) => <strong>{row.score ?? t('unranked')}</strong>,
    },
    {
      key: 'tie',
      header: t('column.tie'),
      cell: tieText,
      show: (row) =>
        row.reason === null ? (
          tieText(row)
        ) : (
          <>
            {tieText(row)}
            <br />
            <span className="muted">{adviceText(row)}</span>
          </>
        ),
    },
    { key: 'advice', header: t('column.advice'), cell: adviceText, isCsvOnly: true },
  ];
  return (
    <DataTable
      caption={t(isWhole ? 'tableCaption' : 'firstCaption', { count: rows.length })}
      csv={`ranking-${stageId}`}
      columns={columns}
      rows={rows}
      rowKey={(row) => String(row.entryNumber)}
      empty={t('empty')}
    />
  );
}
