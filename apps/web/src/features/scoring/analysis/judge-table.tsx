import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../../ui/data-table.js';
import type { Figure, Group, Withheld as Reason } from './analysis-types.js';
import { csvName, type GroupView } from './group-view.js';
import { useAnalysisTexts } from './use-analysis-texts.js';
import { useNumberTexts } from './use-number-texts.js';
import { Withheld } from './withheld.js';

type Judge = Group['judges'][number];

/** Below this a drift is told apart from chance. */
const notableP = 0.01;

/** Spread, consistency and drift of each judge. */
export function JudgeTable({ view }: { view: GroupView }) {
  const { t } = useTranslation('analysis');
  const texts = useAnalysisTexts();
  const { fixed, signed, pValue } = useNumberTexts();
  const { judges } = view.group;
  const column = <T,>(
    key: string,
    header: string,
    figureOf: (judge: Judge) => Figure<T>,
    read: { readonly cell: (value: T) => number; readonly show: (value: T) => React.ReactNode },
  ): Column<Judge> => ({
    ...{ key, header, isNumber: true },
    cell: (judge) => {
      const { value, withheld } = figureOf(judge);
      return withheld ? texts.withheld(withheld) : value === null ? null : read.cell(value);
    },
    show: (judge) => {
      const { value, withheld } = figureOf(judge);
      if (withheld) return <ShortReason reason={withheld} />;
      return value === null ? t('none') : read.show(value);
    },
  });
  const drift = (key: 'driftByPosition' | 'driftByTimeOfDay'): Column<Judge>[] => [
    column(key, t(`column.${key}`), (judge) => judge[key], {
      cell: ({ estimate }) => estimate,
      show: ({ estimate, pValue: p }) => (
        <>
          <span className={p < notableP ? 'figure-notable' : undefined}>{signed(estimate)}</span>{' '}
          <span className="muted figure-note">{t('judges.p', { p: pValue(p) })}</span>
        </>
      ),
    }),
    {
      ...{ key: `${key} p`, header: t('column.pOf', { name: t(`column.${key}`) }), isCsvOnly: true },
      cell: (judge) => judge[key].value?.pValue ?? null,
    },
  ];
  const columns: Column<Judge>[] = [
    {
      ...{ key: 'judge', header: t('column.judge'), isRowHeader: true, isBrief: true },
      cell: ({ judge }) => texts.judge(judge),
    },
    { key: 'sheets', header: t('column.sheets'), isNumber: true, cell: ({ sheets }) => sheets },
    column('spread', t('column.spread'), ({ spread }) => spread, {
      cell: ({ standardDeviation }) => standardDeviation,
      show: ({ standardDeviation }) => fixed(standardDeviation),
    }),
    column('infit', t('column.infit'), ({ fit }) => fit, {
      cell: ({ infit }) => infit,
      show: ({ infit }) => <span className={isErratic(infit) ? 'figure-notable' : undefined}>{fixed(infit)}</span>,
    }),
    column('outfit', t('column.outfit'), ({ fit }) => fit, {
      cell: ({ outfit }) => outfit,
      show: ({ outfit }) => <span className={isErratic(outfit) ? 'figure-notable' : undefined}>{fixed(outfit)}</span>,
    }),
    ...drift('driftByPosition'),
    ...drift('driftByTimeOfDay'),
  ];
  return (
    <DataTable
      caption={t('judges.caption')}
      csv={csvName(view, 'judges')}
      columns={columns}
      rows={judges}
      rowKey={({ judge }) => String(judge)}
      pageSize={25}
      empty={t('empty')}
      lead={
        <>
          <p className="analysis-lead">{t('judges.lead')}</p>
          {reasonsOf(judges).map((reason) => (
            <Withheld key={reason.reason} reason={reason} />
          ))}
        </>
      }
    />
  );
}

/** Twice as erratic as the panel, or half; this page's convention. */
function isErratic(meanSquare: number): boolean {
  return meanSquare > 2 || meanSquare < 0.5;
}

/** Reasons that hold for all judges; those of one judge stand in its row. */
function reasonsOf(judges: readonly Judge[]): Reason[] {
  const found = new Map<string, Reason>();
  for (const key of ['spread', 'fit', 'driftByPosition', 'driftByTimeOfDay'] as const) {
    const reasons = judges.map((judge) => judge[key].withheld);
    const [first] = reasons;
    if (first && reasons.every((reason) => reason?.reason === first.reason)) found.set(first.reason, first);
  }
  return [...found.values()];
}

function ShortReason({ reason }: { reason: Reason }) {
  const { t } = useTranslation('analysis');
  const texts = useAnalysisTexts();
  const { present, needed } = reason;
  if (present === null || needed === null) {
    return (
      <span className="muted" title={texts.withheld(reason)}>
        <span aria-hidden="true">{t('none')}</span>
        <span className="visually-hidden">{texts.withheld(reason)}</span>
      </span>
    );
  }
  return (
    <span className="muted figure-note" title={texts.withheld(reason)}>
      {t('judges.tooFew', { present, needed })}
    </span>
  );
}
