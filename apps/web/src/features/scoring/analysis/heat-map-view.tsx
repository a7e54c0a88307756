import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client.js';
import { Choice } from '../../../ui/choice.js';
import { ChartTable } from '../../../ui/chart-table.js';
import type { Column } from '../../../ui/data-table.js';
import { Pager } from '../../../ui/pager.js';
import { QueryView } from '../../../ui/query-view.js';
import { mostDecimals, withDecimals } from './even-decimals.js';
import { csvName, type GroupView } from './group-view.js';
import { HeatMap } from './heat-map.js';
import { heatRows, type HeatCell } from './heat-rows.js';
import { entryName, useAnalysisTexts } from './use-analysis-texts.js';
import { heatMapQuery } from './use-analysis.js';
import { useNumberTexts } from './use-number-texts.js';

const pageSize = 40;

/** Every sheet of a group; read only when it is looked at, since each reading is an event in the ledger. */
export function HeatMapView({ view }: { view: GroupView }) {
  const query = useQuery(heatMapQuery(view.stageId));
  return (
    <QueryView query={query}>
      {({ groups }) => {
        const cells = groups.find(({ group }) => group === view.group.group);
        return <Sheets cells={cells ?? { group: '', entry: [], judge: [], total: [], z: [] }} view={view} />;
      }}
    </QueryView>
  );
}

function Sheets({ cells, view }: { cells: Schemas['HeatMapCellsDto']; view: GroupView }) {
  const { t } = useTranslation('analysis');
  const texts = useAnalysisTexts();
  const { fixed, signed } = useNumberTexts();
  const { group, entries, place } = view;
  const [order, setOrder] = useState<'rank' | 'apart'>('rank');
  const [page, setPage] = useState(1);
  const byRank = heatRows(cells, group.entries);
  const rows = order === 'rank' ? byRank : [...byRank].sort((left, right) => (right.apart ?? -1) - (left.apart ?? -1));
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const current = Math.min(page, pages);
  const decimals = mostDecimals(cells.total);
  const ranks = new Map(group.entries.map((entry, index) => [entry, group.methods[0]?.ranks[index] ?? null]));
  const columns: Column<HeatCell>[] = [
    { key: 'rank', header: t('column.rank'), isNumber: true, cell: ({ entry }) => ranks.get(entry) ?? null },
    { key: 'entry', header: t('column.entry'), isRowHeader: true, cell: ({ entry }) => entryName(entries, entry) },
    { key: 'judge', header: t('column.judge'), cell: ({ judge }) => texts.judge(judge) },
    {
      ...{ key: 'total', header: t('column.total'), isNumber: true, cell: ({ total }) => total },
      show: ({ total }) => withDecimals(total, decimals),
    },
    {
      key: 'z',
      header: t('column.standardScore'),
      isNumber: true,
      cell: ({ z }) => z,
      show: ({ z }) => (z === null ? t('none') : signed(z)),
    },
  ];
  const choices = [
    { value: 'rank', text: t('heat.byRank') },
    { value: 'apart', text: t('heat.byApart') },
  ] as const;
  return (
    <ChartTable
      caption={t('heat.caption')}
      csv={csvName(view, 'sheets')}
      columns={columns}
      rows={rows.flatMap((row) => row.cells)}
      rowKey={({ entry, judge }) => `${entry} ${judge}`}
      pageSize={100}
      empty={t('empty')}
      shownAs={place.shownAs}
      onShowAs={(as) => place.change('as', as === 'chart' ? null : as)}
      lead={
        <>
          <p className="analysis-lead">{t('heat.lead')}</p>
          <div className="analysis-chooser">
            <Choice label={t('heat.order')} value={order} options={choices} onChange={setOrder} />
          </div>
        </>
      }
      chart={
        <>
          <HeatMap
            rows={rows.slice((current - 1) * pageSize, current * pageSize)}
            {...{ ranks, view, decimals }}
            says={({ judge, total, z }) =>
              t('heat.says', {
                judge: texts.judge(judge),
                total: withDecimals(total, decimals),
                z: z === null ? t('none') : signed(z, 1),
              })
            }
            apartText={(apart) => (apart === null ? t('none') : fixed(apart))}
          />
          {pages > 1 ? <Pager page={current} pages={pages} onChange={setPage} /> : null}
        </>
      }
    />
  );
}
