import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../locales/use-text.js';
import { DataTable, type Column } from '../../../ui/data-table.js';
import { FaultState } from '../../../ui/fault-state.js';
import { Moment } from '../../../ui/moment.js';
import { Shape } from '../../../ui/shape.js';
import { chairs, judgesByPanel } from './panel-judges.js';
import { PaperHeading } from './paper-heading.js';
import { scheduleQuery, type JudgePapers, type ScheduledEntry } from './queries.js';
import { XlsxButton } from './xlsx-button.js';

/** 评审日程: when the stage is judged, by whom, and which entries, panel by panel. */
export function Schedule({ papers, stageId }: { papers: JudgePapers; stageId: string }) {
  const { t } = useTranslation('judging');
  const text = useText();
  const query = useInfiniteQuery(scheduleQuery(stageId));
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = query;
  // Paper shows a list whole: it is read to its end, a page after the other.
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage]);
  const { window: judging } = papers;
  if (query.error) return <FaultState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data || hasNextPage) return <Shape lines={8} block />;
  const entries = query.data.pages.flatMap((page) => page.entries);
  const panels = [...papers.panels, null].filter((panel) =>
    entries.some((entry) => entry.panel === (panel?.key ?? null)),
  );
  const entriesOf = (panel: PanelScheduleProps['panel']) =>
    entries.filter((entry) => entry.panel === (panel?.key ?? null));
  const rows = panels.flatMap((panel) =>
    entriesOf(panel).map(({ order, number, title }, index) => [
      ...[panel ? text(panel.name) : t('papers.noPanel'), order ?? index + 1, number, title, ''],
    ]),
  );
  const head = [t('wall.column.panel'), t('papers.column.order'), t('papers.column.number')];
  return (
    <article className="judge-paper">
      <XlsxButton
        {...{ papers, kind: 'schedule', widths: [18, 8, 12, 60, 16] }}
        rows={[[...head, t('wall.column.entry'), t('papers.column.time')], ...rows]}
      />
      <PaperHeading papers={papers} kind="schedule" />
      <p>
        {t('papers.window')} <Moment at={judging.openedAt ?? judging.plannedOpensAt} /> –{' '}
        <Moment at={judging.closedAt ?? judging.deadlineAt ?? judging.plannedClosesAt} />
      </p>
      {panels.map((panel) => (
        <PanelSchedule key={panel?.key ?? ''} papers={papers} panel={panel} entries={entriesOf(panel)} />
      ))}
    </article>
  );
}

interface PanelScheduleProps {
  papers: JudgePapers;
  panel: JudgePapers['panels'][number] | null;
  entries: readonly ScheduledEntry[];
}

function PanelSchedule({ papers, panel, entries }: PanelScheduleProps) {
  const { t } = useTranslation('judging');
  const text = useText();
  const key = panel?.key ?? null;
  const judges = judgesByPanel(papers.panels, papers.judges).find((group) => (group.panel?.key ?? null) === key);
  const names = (judges?.judges ?? []).map((judge) => {
    const name = judge.name ?? t('wall.nameless');
    return chairs(judge, key) ? t('papers.chairName', { name }) : name;
  });
  const columns: Column<ScheduledEntry>[] = [
    {
      ...{ key: 'order', header: t('papers.column.order'), isNumber: true },
      cell: (entry) => entry.order ?? entries.indexOf(entry) + 1,
    },
    { key: 'number', header: t('papers.column.number'), isNumber: true, cell: ({ number }) => number },
    { key: 'title', header: t('wall.column.entry'), isRowHeader: true, cell: ({ title }) => title },
    { key: 'time', header: t('papers.column.time'), isByHand: true, cell: () => '' },
  ];
  return (
    <DataTable
      caption={panel ? text(panel.name) : t('papers.noPanel')}
      csv={`${papers.edition.slug}-${papers.stage.key}-schedule${key === null ? '' : `-${key}`}`}
      columns={columns}
      rows={entries}
      rowKey={({ number }) => String(number)}
      empty=""
      lead={names.length > 0 ? <p>{t('papers.judges', { names: names.join(t('wall.between')) })}</p> : null}
    />
  );
}
