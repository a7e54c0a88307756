import { useTranslation } from 'react-i18next';
import { ChartTable } from '../../../ui/chart-table.js';
import { DataTable, type Column } from '../../../ui/data-table.js';
import type { Method } from './analysis-types.js';
import { csvName, linePlaces, type GroupView } from './group-view.js';
import { PlaceChooser } from './place-choice.js';
import { RankFlow } from './rank-flow.js';
import { StandingChanges } from './standing-changes.js';
import { entryName, useAnalysisTexts } from './use-analysis-texts.js';
import { useNumberTexts } from './use-number-texts.js';

/** The declared method beside the others: ranks, agreement, and who would stand elsewhere at a line. */
export function MethodView({ view }: { view: GroupView }) {
  return (
    <>
      <FlowSection view={view} />
      <MethodTable view={view} />
      <StandingChanges view={view} />
    </>
  );
}

function FlowSection({ view }: { view: GroupView }) {
  const { t } = useTranslation('analysis');
  const texts = useAnalysisTexts();
  const { group, entries, place } = view;
  const methods = group.methods.filter(({ refusal }) => refusal === null);
  const columns: Column<number>[] = [
    {
      key: 'entry',
      header: t('column.entry'),
      isRowHeader: true,
      cell: (index) => entryName(entries, group.entries[index] ?? -1),
    },
    ...methods.flatMap(({ id, ranks, scores }): Column<number>[] => [
      {
        key: id,
        header: texts.method(id),
        isNumber: true,
        cell: (index) => ranks[index] ?? null,
        show: (index) => ranks[index] ?? t('none'),
      },
      {
        key: `${id} score`,
        header: t('column.scoreBy', { method: texts.method(id) }),
        isCsvOnly: true,
        cell: (index) => scores[index] ?? null,
      },
    ]),
  ];
  return (
    <ChartTable
      caption={t('methods.flow')}
      csv={csvName(view, 'methods')}
      columns={columns}
      rows={group.entries.map((_, index) => index)}
      rowKey={String}
      pageSize={25}
      empty={t('empty')}
      shownAs={place.shownAs}
      onShowAs={(as) => place.change('as', as === 'chart' ? null : as)}
      lead={
        <>
          <p className="analysis-lead">{t('methods.flowLead')}</p>
          <PlaceChooser view={view} />
        </>
      }
      chart={
        <>
          <RankFlow view={view} />
          <p className="chart-key">
            <span>
              <span className="chart-key-mark chart-key-crossing" aria-hidden="true" />
              {t('methods.crossing')}
            </span>
            <span>
              <span className="chart-key-mark chart-key-picked" aria-hidden="true" />
              {t('methods.picked')}
            </span>
          </p>
        </>
      }
    />
  );
}

function MethodTable({ view }: { view: GroupView }) {
  const { t } = useTranslation('analysis');
  const texts = useAnalysisTexts();
  const { fixed } = useNumberTexts();
  const { group } = view;
  const changed = ({ lineChanges }: Method, after: number) =>
    lineChanges.find((line) => line.after === after)?.changes.length ?? 0;
  const columns: Column<Method>[] = [
    {
      key: 'method',
      header: t('column.method'),
      isRowHeader: true,
      cell: ({ id }) => texts.method(id),
      show: ({ id, isDeclared }) => (
        <>
          {texts.method(id)} {isDeclared ? <span className="analysis-tag">{t('methods.declared')}</span> : null}
        </>
      ),
    },
    {
      key: 'agreement',
      header: t('column.agreement'),
      isNumber: true,
      cell: ({ agreement }) => agreement,
      show: ({ agreement, refusal }) =>
        refusal !== null ? (
          <span className="muted">{t('methods.refused', { code: refusal })}</span>
        ) : agreement === null ? (
          t('none')
        ) : (
          fixed(agreement)
        ),
    },
    {
      key: 'largest',
      header: t('column.largestRankChange'),
      isNumber: true,
      cell: ({ largestRankChange, refusal }) => (refusal === null ? largestRankChange : null),
    },
    ...linePlaces(group).map((after): Column<Method> => {
      const name = texts.linesAfter(group.lines, after);
      return {
        key: `line ${after}`,
        header: t('column.changedAt', { name }),
        isNumber: true,
        cell: (method) => (method.refusal === null ? changed(method, after) : null),
      };
    }),
  ];
  return (
    <DataTable
      caption={t('methods.table')}
      csv={csvName(view, 'agreement')}
      columns={columns}
      rows={group.methods}
      rowKey={({ id }) => id}
      empty={t('empty')}
      lead={<p className="analysis-lead">{t('methods.tableLead')}</p>}
    />
  );
}
