import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ChartTable, type ChartOrTable } from '../../../ui/chart-table.js';
import type { Cell } from '../../../ui/csv.js';
import type { Column } from '../../../ui/data-table.js';
import { Page } from '../../../ui/page.js';
import { Pager } from '../../../ui/pager.js';
import { QueryView } from '../../../ui/query-view.js';
import { RequireSession } from '../../identity/require-session.js';
import { mapPages, mapQuery, type WallMap } from './detail-queries.js';
import { FileButton } from './file-button.js';
import { LeavesOut } from './leaves-out.js';
import { mapRows, type MapCell } from './map-rows.js';
import { SheetMap } from './sheet-map.js';
import { pageSize, pagesOf, pageWithin } from './page-within.js';
import { StageTrail } from './stage-trail.js';

export function Component() {
  const { t } = useTranslation('judging');
  const { stageId = '' } = useParams();
  return (
    <RequireSession title={t('wall.map.title')}>
      <StageMap key={stageId} stageId={stageId} />
    </RequireSession>
  );
}

/** Judges × entries: how far each sheet is, a page of entries at a time. */
function StageMap({ stageId }: { stageId: string }) {
  const { t } = useTranslation('judging');
  const [page, setPage] = useState(1);
  const query = useQuery(mapQuery(stageId, page));
  const head = query.data;
  if (page !== pageWithin(page, head?.total)) setPage(pageWithin(page, head?.total));
  return (
    <Page
      isDemo={head?.edition.isDemo}
      title={t('wall.map.title')}
      trail={<StageTrail stageId={stageId} head={head} />}
      lead={t('wall.map.lead')}
    >
      <QueryView query={query}>
        {(map) => (
          <>
            {map.leavesOut ? <LeavesOut /> : null}
            <MapTable stageId={stageId} map={map} />
            {map.total > pageSize ? <Pager page={page} pages={pagesOf(map.total)} onChange={setPage} /> : null}
            <p>
              <Link to={`/organiser/stages/${stageId}/analysis`}>{t('wall.map.scores')}</Link>
            </p>
          </>
        )}
      </QueryView>
    </Page>
  );
}

function MapTable({ stageId, map }: { stageId: string; map: WallMap }) {
  const { t } = useTranslation(['judging', 'common']);
  const [shownAs, setShownAs] = useState<ChartOrTable>('chart');
  const nameless = t('wall.nameless');
  const cellsOf = (page: Pick<WallMap, 'judges' | 'entries'>): MapCell[] =>
    mapRows(page, nameless).rows.flatMap(({ cells }) => cells.flatMap((cell) => cell ?? []));
  const columns: Column<MapCell>[] = [
    { key: 'entry', header: t('wall.column.entry'), isRowHeader: true, cell: ({ entry }) => entry },
    { key: 'judge', header: t('wall.column.judge'), cell: ({ judge }) => judge },
    { key: 'state', header: t('wall.column.state'), cell: ({ state }) => t(`wall.map.state.${state}`) },
  ];
  const file = async (): Promise<Cell[][]> => [
    columns.map(({ header }) => header),
    ...(await mapPages(stageId)).flatMap(cellsOf).map((cell) => columns.map((column) => column.cell(cell))),
  ];
  const caption = t('wall.map.title');
  return (
    <ChartTable
      caption={caption}
      columns={columns}
      rows={cellsOf(map)}
      rowKey={({ key }) => key}
      pageSize={100}
      empty={map.total === 0 || map.entries.length > 0 ? t('wall.noJudges') : t('common:loading')}
      shownAs={shownAs}
      onShowAs={setShownAs}
      acts={<FileButton name={`${map.edition.slug}-${map.stage.key}-map`} caption={caption} rows={file} />}
      chart={<SheetMap label={caption} {...mapRows(map, nameless)} />}
    />
  );
}
