import { useTranslation } from 'react-i18next';
import { twoSidedQuantile } from '#domain/statistics/normal-distribution';
import { ChartTable } from '../../../ui/chart-table.js';
import type { Column } from '../../../ui/data-table.js';
import { EntryIntervals } from './entry-intervals.js';
import { csvName, type GroupView } from './group-view.js';
import type { Interval } from './interval-drawing.js';
import { PlaceChooser } from './place-choice.js';
import { entryName, useAnalysisTexts } from './use-analysis-texts.js';
import { useNumberTexts } from './use-number-texts.js';
import { Withheld } from './withheld.js';
import { withinScale } from './within-scale.js';

/** How sure the declared method's scores and ranks are. */
export function ScoreView({ view }: { view: GroupView }) {
  return (
    <>
      <ScoreIntervals view={view} />
      <RankIntervals view={view} />
    </>
  );
}

function useEntryColumn({ group, entries }: GroupView): Column<number>[] {
  const { t } = useTranslation('analysis');
  const ranks = group.methods[0]?.ranks ?? [];
  return [
    { key: 'rank', header: t('column.rank'), isNumber: true, cell: (index) => ranks[index] ?? null },
    {
      key: 'entry',
      header: t('column.entry'),
      isRowHeader: true,
      cell: (index) => entryName(entries, group.entries[index] ?? -1),
    },
  ];
}

function ScoreIntervals({ view }: { view: GroupView }) {
  const { t } = useTranslation('analysis');
  const { fixed, percent } = useNumberTexts();
  const { withheld } = useAnalysisTexts();
  const entryColumns = useEntryColumn(view);
  const { group, place, scale } = view;
  const { standardErrors, confidence } = group.uncertainty;
  const scores = group.methods[0]?.scores ?? [];
  const cut = withinScale(
    scale,
    scores.map((score) => (score === null ? null : Number(score))),
  );
  const factor = twoSidedQuantile(confidence);
  const intervalOf = (index: number): Interval => {
    const score = scores[index] ?? null;
    const error = standardErrors[index] ?? null;
    const value = score === null ? null : Number(score);
    if (value === null || error === null) return { value, low: null, high: null };
    return { value, low: cut(value - factor * error), high: cut(value + factor * error) };
  };
  const hasErrors = standardErrors.some((error) => error !== null);
  const unknown = { reason: 'error-unknown', needed: null, present: null };
  const figure = (pick: (interval: Interval) => number | null) => ({
    isNumber: true,
    cell: (index: number) => {
      const value = pick(intervalOf(index));
      return value === null ? null : Number(value.toFixed(6));
    },
    show: (index: number) => {
      const value = pick(intervalOf(index));
      return value === null ? t('none') : fixed(value);
    },
  });
  const columns: Column<number>[] = [
    ...entryColumns,
    { key: 'score', header: t('column.score'), isNumber: true, cell: (index) => scores[index] ?? null },
    {
      key: 'error',
      header: t('column.standardError'),
      isNumber: true,
      cell: (index) => standardErrors[index] ?? (hasErrors ? null : withheld(unknown)),
      show: (index) => {
        const error = standardErrors[index] ?? null;
        return error === null ? t('none') : fixed(error);
      },
    },
    { key: 'low', header: t('column.low', { confidence: percent(confidence) }), ...figure(({ low }) => low) },
    { key: 'high', header: t('column.high', { confidence: percent(confidence) }), ...figure(({ high }) => high) },
  ];
  return (
    <ChartTable
      caption={t('scores.caption')}
      csv={csvName(view, 'scores')}
      columns={columns}
      rows={group.entries.map((_, index) => index)}
      rowKey={String}
      pageSize={25}
      empty={t('empty')}
      shownAs={place.shownAs}
      onShowAs={(as) => place.change('as', as === 'chart' ? null : as)}
      lead={
        <>
          <p className="analysis-lead">{t('scores.lead', { confidence: percent(confidence) })}</p>
          {hasErrors ? null : <Withheld reason={unknown} />}
          <PlaceChooser view={view} />
        </>
      }
      chart={
        <EntryIntervals
          {...{ view, intervalOf }}
          label={t('scores.caption')}
          axisTitle={t('axis.score')}
          decimals={2}
        />
      }
    />
  );
}

function RankIntervals({ view }: { view: GroupView }) {
  const { t } = useTranslation('analysis');
  const { fixed, percent, count } = useNumberTexts();
  const { withheld } = useAnalysisTexts();
  const entryColumns = useEntryColumn(view);
  const { group, place } = view;
  const { expectedRanks, rankIntervals, confidence, draws } = group.uncertainty;
  const lowest = (index: number) => rankIntervals.value?.lowest[index] ?? null;
  const highest = (index: number) => rankIntervals.value?.highest[index] ?? null;
  const expected = (index: number) => expectedRanks.value?.[index] ?? null;
  const reasonOr = (value: number | null, figure: { withheld: Parameters<typeof withheld>[0] | null }) =>
    figure.withheld ? withheld(figure.withheld) : value;
  const shown = (value: number | null, decimals: number) => (value === null ? t('none') : fixed(value, decimals));
  const columns: Column<number>[] = [
    ...entryColumns,
    {
      key: 'expected',
      header: t('column.expectedRank'),
      isNumber: true,
      cell: (index) => reasonOr(expected(index), expectedRanks),
      show: (index) => shown(expected(index), 1),
    },
    {
      key: 'lowest',
      header: t('column.bestRank', { confidence: percent(confidence) }),
      isNumber: true,
      cell: (index) => reasonOr(lowest(index), rankIntervals),
      show: (index) => shown(lowest(index), 0),
    },
    {
      key: 'highest',
      header: t('column.worstRank', { confidence: percent(confidence) }),
      isNumber: true,
      cell: (index) => reasonOr(highest(index), rankIntervals),
      show: (index) => shown(highest(index), 0),
    },
  ];
  const chart = (
    <EntryIntervals
      view={view}
      label={t('scores.ranks')}
      intervalOf={(index) => ({ value: expected(index), low: lowest(index), high: highest(index) })}
      axisTitle={t('axis.rank')}
      decimals={1}
      least={1}
    />
  );
  return (
    <ChartTable
      caption={t('scores.ranks')}
      csv={csvName(view, 'rank-intervals')}
      columns={columns}
      rows={group.entries.map((_, index) => index)}
      rowKey={String}
      pageSize={25}
      empty={t('empty')}
      shownAs={place.shownAs}
      onShowAs={(as) => place.change('as', as === 'chart' ? null : as)}
      lead={
        <>
          <p className="analysis-lead">
            {t('scores.ranksLead', { confidence: percent(confidence), draws: count(draws) })}
          </p>
          {expectedRanks.withheld ? <Withheld reason={expectedRanks.withheld} /> : null}
          {rankIntervals.withheld && rankIntervals.withheld.reason !== expectedRanks.withheld?.reason ? (
            <Withheld reason={rankIntervals.withheld} />
          ) : null}
        </>
      }
      chart={expectedRanks.withheld && rankIntervals.withheld ? null : chart}
    />
  );
}
