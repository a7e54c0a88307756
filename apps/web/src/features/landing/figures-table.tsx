import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.js';
import { useFormats } from '../../locales/formats.js';
import { useText } from '../../locales/use-text.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { figureKeys, type ContestFigures, type FigureKey } from './figure-keys.js';
import { useFigureText } from './use-figure-text.js';

interface FiguresTableProps {
  contests: readonly ContestFigures[];
  total: Schemas['KeyFiguresDto']['total'];
}

/** The chart's and the figures' twin: every number as text, and as a file. */
export function FiguresTable({ contests, total }: FiguresTableProps) {
  const { t } = useTranslation('landing');
  const text = useText();
  const { count } = useFormats();
  const figureText = useFigureText();
  const columns: Column<FigureKey>[] = [
    { key: 'figure', header: t('column.figure'), cell: (key) => t(`figure.${key}.label`), isRowHeader: true },
    ...contests.map((contest) => ({
      key: contest.edition,
      header: text(contest.name),
      isNumber: true,
      cell: (key: FigureKey) => contest[key],
      show: (key: FigureKey) => {
        const figure = figureText(contest, key);
        return figure === null ? (
          <span className="muted">{t('notReportedShort')}</span>
        ) : (
          `${figure.number} ${figure.unit}`.trim()
        );
      },
    })),
    ...(contests.length < 2
      ? []
      : [
          {
            key: 'total',
            header: t('total'),
            isNumber: true,
            cell: (key: FigureKey) => (key === 'entries' || key === 'countries' ? total[key] : null),
            show: (key: FigureKey) =>
              key === 'entries' || key === 'countries' ? (
                count(total[key])
              ) : (
                <span className="muted">{t('notAdded')}</span>
              ),
          },
        ]),
  ];
  return (
    <DataTable
      caption={t('tableCaption')}
      csv={t('csvName')}
      columns={columns}
      rows={figureKeys}
      rowKey={(key) => key}
      empty={t('noFigures')}
    />
  );
}
