import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useText } from '../../../locales/use-text.js';
import type { Cell } from '../../../ui/csv.js';
import { DataTable, type Column } from '../../../ui/data-table.js';
import { Page } from '../../../ui/page.js';
import { Pager } from '../../../ui/pager.js';
import { QueryView } from '../../../ui/query-view.js';
import { RequireSession } from '../../identity/require-session.js';
import { coverageQuery, wholeCoverage, type WallCoverage } from './detail-queries.js';
import { FileButton } from './file-button.js';
import { LeavesOut } from './leaves-out.js';
import { pageSize, pagesOf, pageWithin } from './page-within.js';
import { StageTrail } from './stage-trail.js';

type Entry = WallCoverage['entries'][number];

export function Component() {
  const { t } = useTranslation('judging');
  const { stageId = '' } = useParams();
  return (
    <RequireSession title={t('wall.coverage.title')}>
      <Coverage key={stageId} stageId={stageId} />
    </RequireSession>
  );
}

/** Entries that have too few sheets to be ranked, and what they lack. */
function Coverage({ stageId }: { stageId: string }) {
  const { t } = useTranslation('judging');
  const [page, setPage] = useState(1);
  const query = useQuery(coverageQuery(stageId, page));
  const head = query.data;
  if (page !== pageWithin(page, head?.total)) setPage(pageWithin(page, head?.total));
  return (
    <Page
      isDemo={head?.edition.isDemo}
      title={t('wall.coverage.title')}
      trail={<StageTrail stageId={stageId} head={head} />}
      lead={t('wall.coverage.lead')}
    >
      <QueryView query={query}>
        {(coverage) => (
          <>
            {coverage.leavesOut ? <LeavesOut /> : null}
            <CoverageTable stageId={stageId} coverage={coverage} />
            {coverage.total > pageSize ? (
              <Pager page={page} pages={pagesOf(coverage.total)} onChange={setPage} />
            ) : null}
          </>
        )}
      </QueryView>
    </Page>
  );
}

function CoverageTable({ stageId, coverage }: { stageId: string; coverage: WallCoverage }) {
  const { t } = useTranslation(['judging', 'common']);
  const columns = useColumns(coverage.floor);
  const caption = t('wall.coverage.caption', { count: coverage.total, floor: coverage.floor });
  const file = async (): Promise<Cell[][]> => [
    columns.map(({ header }) => header),
    ...(await wholeCoverage(stageId)).map((entry) => columns.map(({ cell }) => cell(entry))),
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={coverage.entries}
      rowKey={({ number }) => String(number)}
      empty={coverage.total === 0 ? t('wall.covered', { floor: coverage.floor }) : t('common:loading')}
      actions={
        <FileButton name={`${coverage.edition.slug}-${coverage.stage.key}-coverage`} caption={caption} rows={file} />
      }
    />
  );
}

function useColumns(floor: number): Column<Entry>[] {
  const { t } = useTranslation('judging');
  const text = useText();
  const numbers = (['assigned', 'submitted', 'drafts', 'recused'] as const).map((key) => ({
    ...{ key, header: t(`wall.column.${key}`), isNumber: true, cell: (entry: Entry) => entry[key] },
  }));
  // What is missing is what somebody has to do: assign more judges, or wait for those who have it.
  const needs = ({ assigned, submitted }: Entry) =>
    assigned < floor
      ? t('wall.coverage.assign', { count: floor - assigned })
      : t('wall.coverage.await', { count: floor - submitted });
  return [
    {
      ...{ key: 'entry', header: t('wall.column.entry'), isRowHeader: true },
      cell: ({ number, title }) => `${number} · ${title}`,
    },
    { key: 'panel', header: t('wall.column.panel'), cell: ({ panel }) => text(panel) },
    { key: 'needs', header: t('wall.column.needs'), cell: needs },
    ...numbers,
  ];
}
