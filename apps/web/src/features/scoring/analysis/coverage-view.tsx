import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../locales/formats.js';
import { DataTable, type Column } from '../../../ui/data-table.js';
import { Figure } from '../../../ui/figure.js';
import { ProgressBar } from '../../../ui/progress-bar.js';
import { StateMark } from '../../../ui/state-mark.js';
import type { Analysis, Entries } from './analysis-types.js';
import { entryName, useAnalysisTexts } from './use-analysis-texts.js';

type Coverage = NonNullable<Analysis['open']['coverage']>;
type EntryCoverage = Coverage['entries'][number];
type JudgeCoverage = Coverage['judges'][number];

interface CoverageViewProps {
  readonly coverage: Coverage;
  readonly entries: Entries;
  readonly stageId: string;
}

/** Which sheets there are, and which are still missing. */
export function CoverageView({ coverage, entries, stageId }: CoverageViewProps) {
  const { t } = useTranslation('analysis');
  const { count, percent } = useFormats();
  const { sheets, expected, panelSize, panelFloor, entriesBelowFloor } = coverage;
  return (
    <>
      <section className="card coverage-totals" aria-label={t('coverage.caption')}>
        <dl className="figures">
          <Figure
            label={t('coverage.sheets', { expected: count(expected) })}
            number={count(sheets)}
            unit={percent(sheets, expected)}
          />
          <Figure size="small" label={t('coverage.panel')} number={count(panelSize)} />
          <Figure size="small" label={t('coverage.floor')} number={count(panelFloor)} />
          <Figure size="small" label={t('coverage.belowFloor')} number={count(entriesBelowFloor)} />
        </dl>
        <ProgressBar label={t('coverage.caption')} part={sheets} whole={expected} />
      </section>
      <CoverageEntries coverage={coverage} entries={entries} stageId={stageId} />
      <CoverageJudges coverage={coverage} stageId={stageId} />
    </>
  );
}

function CoverageEntries({ coverage, entries, stageId }: CoverageViewProps) {
  const { t } = useTranslation('analysis');
  const { percent } = useFormats();
  const state = ({ isBelowFloor, sheets, expected }: EntryCoverage) =>
    isBelowFloor ? 'short' : sheets < expected ? 'missing' : 'whole';
  const tones = { short: 'danger', missing: 'attention', whole: 'done' } as const;
  const columns: Column<EntryCoverage>[] = [
    { key: 'entry', header: t('column.entry'), isRowHeader: true, cell: ({ entry }) => entryName(entries, entry) },
    {
      key: 'state',
      header: t('column.state'),
      cell: (row) => t(`coverage.${state(row)}`),
      show: (row) => <StateMark tone={tones[state(row)]}>{t(`coverage.${state(row)}`)}</StateMark>,
    },
    {
      key: 'progress',
      header: t('column.progress'),
      cell: ({ sheets, expected }) => percent(sheets, expected),
      show: ({ entry, sheets, expected }) => (
        <ProgressBar label={entryName(entries, entry)} part={sheets} whole={expected} />
      ),
    },
    { key: 'sheets', header: t('column.sheets'), isNumber: true, cell: ({ sheets }) => sheets },
    { key: 'expected', header: t('column.expected'), isNumber: true, cell: ({ expected }) => expected },
  ];
  // What needs a call stands on top; among equals the order of the numbers.
  const needs = { short: 0, missing: 1, whole: 2 };
  const rows = [...coverage.entries].sort(
    (left, right) =>
      needs[state(left)] - needs[state(right)] ||
      (entries[left.entry]?.number ?? 0) - (entries[right.entry]?.number ?? 0),
  );
  return (
    <DataTable
      caption={t('coverage.byEntry')}
      csv={`analysis-coverage-entries-${stageId}`}
      columns={columns}
      rows={rows}
      rowKey={({ entry }) => String(entry)}
      pageSize={20}
      empty={t('empty')}
    />
  );
}

function CoverageJudges({ coverage, stageId }: Pick<CoverageViewProps, 'coverage' | 'stageId'>) {
  const { t } = useTranslation('analysis');
  const texts = useAnalysisTexts();
  const { percent } = useFormats();
  const columns: Column<JudgeCoverage>[] = [
    {
      ...{ key: 'judge', header: t('column.judge'), isRowHeader: true, isBrief: true },
      cell: ({ judge }) => texts.judge(judge),
    },
    {
      key: 'progress',
      header: t('column.progress'),
      cell: ({ done, expected }) => percent(done, expected),
      show: ({ judge, done, expected }) => <ProgressBar label={texts.judge(judge)} part={done} whole={expected} />,
    },
    { key: 'done', header: t('column.sheets'), isNumber: true, cell: ({ done }) => done },
    { key: 'expected', header: t('column.expected'), isNumber: true, cell: ({ expected }) => expected },
  ];
  const share = ({ done, expected }: JudgeCoverage) => (expected === 0 ? 1 : done / expected);
  return (
    <DataTable
      caption={t('coverage.byJudge')}
      csv={`analysis-coverage-judges-${stageId}`}
      columns={columns}
      rows={[...coverage.judges].sort((left, right) => share(left) - share(right) || left.judge - right.judge)}
      rowKey={({ judge }) => String(judge)}
      pageSize={20}
      empty={t('empty')}
      lead={<p className="analysis-lead">{t('judgesUnnamed')}</p>}
    />
  );
}
