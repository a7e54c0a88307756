import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../../ui/data-table.js';
import type { Group, LineChange } from './analysis-types.js';
import { withDecimals } from './even-decimals.js';
import { csvName, linePlaces, type GroupView } from './group-view.js';
import { entryName, useAnalysisTexts } from './use-analysis-texts.js';

type WithoutJudge = NonNullable<Group['sensitivity']['withoutJudge']['value']>[number];
type Margin = Group['sensitivity']['margins'][number];

/** Sheets of one entry that move a line by the same change. */
interface Flip {
  readonly after: number;
  readonly entry: number;
  readonly judges: number[];
  readonly points: string;
}

/** What the lines hang on: single judges, points of the score, points of one sheet. */
export function SensitivityView({ view }: { view: GroupView }) {
  return (
    <>
      <Margins view={view} />
      <SheetFlips view={view} />
      <WithoutJudges view={view} />
    </>
  );
}

const absolute = (points: string) => Math.abs(Number(points));

function Margins({ view }: { view: GroupView }) {
  const { t } = useTranslation('analysis');
  const texts = useAnalysisTexts();
  const { group, entries } = view;
  const named = (list: readonly number[]) => list.map((entry) => entryName(entries, entry)).join(t('listSeparator'));
  const columns: Column<Margin>[] = [
    {
      key: 'line',
      header: t('column.line'),
      isRowHeader: true,
      cell: ({ after }) => t('line.after', { name: texts.linesAfter(group.lines, after), after }),
    },
    {
      key: 'points',
      header: t('sensitivity.margin'),
      isNumber: true,
      cell: ({ points }) => points,
      show: ({ points }) => <strong>{points === null ? t('none') : withDecimals(points, 2)}</strong>,
    },
    { key: 'above', header: t('sensitivity.lastAbove'), cell: ({ lastAbove }) => named(lastAbove) },
    { key: 'below', header: t('sensitivity.firstBelow'), cell: ({ firstBelow }) => named(firstBelow) },
  ];
  return (
    <DataTable
      caption={t('sensitivity.margins')}
      csv={csvName(view, 'margins')}
      columns={columns}
      rows={group.sensitivity.margins}
      rowKey={({ after }) => String(after)}
      empty={t('noLine')}
      lead={<p className="analysis-lead">{t('sensitivity.marginsLead')}</p>}
    />
  );
}

function SheetFlips({ view }: { view: GroupView }) {
  const { t } = useTranslation('analysis');
  const texts = useAnalysisTexts();
  const { group, entries } = view;
  const { value, withheld } = group.sensitivity.sheetFlips;
  const rows = (value ?? []).flatMap(({ after, flips }) => sameFlips(after, flips));
  rows.sort((left, right) => left.after - right.after || absolute(left.points) - absolute(right.points));
  const columns: Column<Flip>[] = [
    { key: 'line', header: t('column.line'), cell: ({ after }) => texts.linesAfter(group.lines, after) },
    { key: 'entry', header: t('column.entry'), isRowHeader: true, cell: ({ entry }) => entryName(entries, entry) },
    {
      key: 'judge',
      header: t('column.judge'),
      cell: ({ judges }) => judges.map(texts.judge).join(t('comma')),
      show: ({ judges }) => (
        <ul className="plain-list">
          {judges.map((judge) => (
            <li key={judge} className="nowrap">
              {texts.judge(judge)}
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'points',
      header: t('sensitivity.flipPoints'),
      isNumber: true,
      cell: ({ points }) => points,
      show: ({ points }) => (points.startsWith('-') ? points.replace('-', '\u2212') : `+${points}`),
    },
  ];
  return (
    <DataTable
      caption={t('sensitivity.flips')}
      csv={csvName(view, 'sheet-flips')}
      columns={columns}
      rows={rows}
      rowKey={({ after, entry, points }) => `${after} ${entry} ${points}`}
      pageSize={20}
      empty={withheld ? texts.withheld(withheld) : t('sensitivity.noFlips')}
      lead={
        rows.length > 0 ? (
          <>
            <p className="analysis-lead">{t('sensitivity.flipsLead')}</p>
            <ul className="flip-summary">
              {value?.map(({ after, points }) => (
                <li key={after}>
                  <strong>{texts.linesAfter(group.lines, after)}</strong>{' '}
                  {points === null ? t('sensitivity.noFlip') : t('sensitivity.leastFlip', { points })}
                </li>
              ))}
            </ul>
          </>
        ) : null
      }
    />
  );
}

function sameFlips(after: number, flips: readonly { entry: number; judge: number; points: string }[]): Flip[] {
  const found = new Map<string, Flip>();
  for (const { entry, judge, points } of flips) {
    const key = `${entry} ${points}`;
    const flip = found.get(key) ?? { after, entry, points, judges: [] };
    found.set(key, flip);
    flip.judges.push(judge);
  }
  return [...found.values()];
}

function WithoutJudges({ view }: { view: GroupView }) {
  const { t } = useTranslation('analysis');
  const texts = useAnalysisTexts();
  const { group, entries } = view;
  const { value, withheld } = group.sensitivity.withoutJudge;
  const moves = ({ lineChanges }: WithoutJudge, after: number) =>
    lineChanges.find((line) => line.after === after)?.changes ?? [];
  const moved = ({ to }: LineChange, entry: string) => t('sensitivity.move', { entry, standing: texts.standing(to) });
  const rows = [...(value ?? [])].sort(
    (left, right) => changesOf(right) - changesOf(left) || right.largestRankChange - left.largestRankChange,
  );
  const columns: Column<WithoutJudge>[] = [
    {
      ...{ key: 'judge', header: t('sensitivity.without'), isRowHeader: true, isBrief: true },
      cell: ({ judge }) => texts.judge(judge),
    },
    { key: 'sheets', header: t('column.sheets'), isNumber: true, cell: ({ sheets }) => sheets },
    {
      key: 'largest',
      header: t('column.largestRankChange'),
      isNumber: true,
      cell: ({ largestRankChange }) => largestRankChange,
    },
    ...linePlaces(group).map((after): Column<WithoutJudge> => {
      return {
        key: `line ${after}`,
        header: t('column.changedAt', { name: texts.linesAfter(group.lines, after) }),
        cell: (row) =>
          moves(row, after)
            .map((move) => moved(move, entryName(entries, move.entry)))
            .join(t('listSeparator')),
        show: (row) =>
          moves(row, after).length === 0 ? (
            <span className="muted">{t('sensitivity.unchanged')}</span>
          ) : (
            <ul className="plain-list">
              {moves(row, after).map((move) => (
                <li key={move.entry} className="nowrap">
                  {moved(move, String(entries[move.entry]?.number ?? ''))}
                </li>
              ))}
            </ul>
          ),
      };
    }),
    { key: 'unranked', header: t('sensitivity.unranked'), isNumber: true, cell: ({ unranked }) => unranked.length },
  ];
  return (
    <DataTable
      caption={t('sensitivity.withoutJudge')}
      csv={csvName(view, 'without-judge')}
      columns={columns}
      rows={rows}
      rowKey={({ judge }) => String(judge)}
      pageSize={20}
      empty={withheld ? texts.withheld(withheld) : t('empty')}
      lead={withheld ? null : <p className="analysis-lead">{t('sensitivity.withoutLead')}</p>}
    />
  );
}

function changesOf({ lineChanges }: WithoutJudge): number {
  return lineChanges.reduce((sum, { changes }) => sum + changes.length, 0);
}
