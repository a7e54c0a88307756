import { useTranslation } from 'react-i18next';
import { useText } from '../../../locales/use-text.js';
import { ChartTable } from '../../../ui/chart-table.js';
import { DataTable, type Column } from '../../../ui/data-table.js';
import { StateMark } from '../../../ui/state-mark.js';
import type { Group } from './analysis-types.js';
import { csvName, type GroupView } from './group-view.js';
import { lineState } from './line-state.js';
import { entryName, useAnalysisTexts } from './use-analysis-texts.js';
import { useNumberTexts } from './use-number-texts.js';
import { Warnings } from './warnings.js';

type SureLine = NonNullable<Group['uncertainty']['lines']['value']>[number];

/** How sure each award line is, in sentences; what the methods warn of; and who is in question. */
export function LineView({ view }: { view: GroupView }) {
  return (
    <>
      <Lines view={view} />
      <Warnings view={view} />
      <LineEntries lines={view.group.uncertainty.lines.value ?? []} view={view} />
    </>
  );
}

const tones = { nobodyBelow: 'idle', tied: 'danger', unknown: 'idle', open: 'flagged', sure: 'done' } as const;

function LineCard({ line, view: { group } }: { line: SureLine; view: GroupView }) {
  const { t } = useTranslation('analysis');
  const text = useText();
  const texts = useAnalysisTexts();
  const { fixed, probability, count } = useNumberTexts();
  const state = lineState(line);
  const figures = [
    [t('lines.gap'), line.gap === null ? t('none') : fixed(line.gap)],
    [t('lines.error'), line.standardError === null ? t('none') : fixed(line.standardError)],
    [t('lines.reversed'), line.probabilityReversed === null ? t('none') : probability(line.probabilityReversed)],
    [t('lines.candidates'), line.candidates === null ? t('none') : count(line.candidates.length)],
  ] as const;
  return (
    <li className="card line-card">
      <h3>{t('line.after', { name: texts.linesAfter(group.lines, line.after), after: line.after })}</h3>
      <StateMark tone={tones[state]}>{t(`lines.${state}`)}</StateMark>
      <p className="line-sentence">{text(line.text)}</p>
      {state === 'nobodyBelow' ? null : (
        <dl className="line-figures">
          {figures.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

function Lines({ view }: { view: GroupView }) {
  const { t } = useTranslation('analysis');
  const text = useText();
  const texts = useAnalysisTexts();
  const { fixed, probability } = useNumberTexts();
  const { group, place } = view;
  const { value, withheld } = group.uncertainty.lines;
  const columns: Column<SureLine>[] = [
    {
      key: 'line',
      header: t('column.line'),
      isRowHeader: true,
      cell: ({ after }) => texts.linesAfter(group.lines, after),
    },
    { key: 'after', header: t('column.after'), isNumber: true, cell: ({ after }) => after },
    {
      key: 'gap',
      header: t('lines.gap'),
      isNumber: true,
      cell: ({ gap }) => gap,
      show: ({ gap }) => (gap === null ? t('none') : fixed(gap)),
    },
    {
      key: 'error',
      header: t('lines.error'),
      isNumber: true,
      cell: (line) => line.standardError,
      show: (line) => (line.standardError === null ? t('none') : fixed(line.standardError)),
    },
    {
      key: 'reversed',
      header: t('lines.reversed'),
      isNumber: true,
      cell: (line) => line.probabilityReversed,
      show: (line) => (line.probabilityReversed === null ? t('none') : probability(line.probabilityReversed)),
    },
    {
      key: 'candidates',
      header: t('lines.candidates'),
      isNumber: true,
      cell: ({ candidates }) => candidates?.length ?? null,
    },
    { key: 'risk', header: t('lines.atRisk'), isNumber: true, cell: ({ atRisk }) => atRisk.length },
    { key: 'sentence', header: t('column.sentence'), isCsvOnly: true, cell: (line) => text(line.text) },
  ];
  return (
    <ChartTable
      caption={t('lines.caption')}
      csv={csvName(view, 'lines')}
      columns={columns}
      rows={value ?? []}
      rowKey={({ after }) => String(after)}
      empty={withheld ? texts.withheld(withheld) : t('noLine')}
      shownAs={place.shownAs}
      onShowAs={(as) => place.change('as', as === 'chart' ? null : as)}
      lead={<p className="analysis-lead">{t('lines.lead')}</p>}
      chart={
        <ol className="line-cards">
          {value?.map((line) => (
            <LineCard key={line.after} line={line} view={view} />
          ))}
        </ol>
      }
    />
  );
}

interface LineEntry {
  readonly after: number;
  readonly entry: number;
  readonly isAtRisk: boolean;
}

function LineEntries({ lines, view }: { lines: readonly SureLine[]; view: GroupView }) {
  const { t } = useTranslation('analysis');
  const texts = useAnalysisTexts();
  const { group, entries } = view;
  const [declared] = group.methods;
  const indexOf = new Map(group.entries.map((entry, index) => [entry, index]));
  const rankOf = (entry: number) => declared?.ranks[indexOf.get(entry) ?? -1] ?? null;
  // Who is surely above needs no second look: those in question are at risk, or could come up.
  const rows = lines.flatMap(({ after, candidates, atRisk }) =>
    [...new Set([...atRisk, ...(candidates ?? [])])].flatMap((entry): LineEntry[] => {
      const isAbove = (indexOf.get(entry) ?? Infinity) < after;
      const isAtRisk = atRisk.includes(entry);
      return isAbove && !isAtRisk ? [] : [{ after, entry, isAtRisk }];
    }),
  );
  const placeOf = ({ entry }: LineEntry) => indexOf.get(entry) ?? Infinity;
  rows.sort((left, right) => left.after - right.after || placeOf(left) - placeOf(right));
  const nobody = lines.every(({ gap }) => gap === null) ? 'lines.allAbove' : 'lines.nobody';
  const columns: Column<LineEntry>[] = [
    {
      key: 'line',
      header: t('column.line'),
      cell: ({ after }) => texts.linesAfter(group.lines, after),
      show: ({ after }) => <span className="nowrap">{texts.linesAfter(group.lines, after)}</span>,
    },
    { key: 'rank', header: t('column.rank'), isNumber: true, cell: ({ entry }) => rankOf(entry) },
    { key: 'entry', header: t('column.entry'), isRowHeader: true, cell: ({ entry }) => entryName(entries, entry) },
    {
      key: 'score',
      header: t('column.score'),
      isNumber: true,
      cell: ({ entry }) => declared?.scores[indexOf.get(entry) ?? -1] ?? null,
    },
    {
      key: 'says',
      header: t('column.inQuestion'),
      cell: ({ isAtRisk }) => t(isAtRisk ? 'lines.couldFall' : 'lines.couldRise'),
    },
  ];
  return (
    <DataTable
      caption={t('lines.inQuestion')}
      csv={csvName(view, 'in-question')}
      columns={columns}
      rows={rows}
      rowKey={({ after, entry }) => `${after} ${entry}`}
      empty={t(lines.length === 0 ? 'noLine' : nobody)}
      pageSize={15}
      lead={rows.length > 0 ? <p className="analysis-lead">{t('lines.inQuestionLead')}</p> : null}
    />
  );
}
