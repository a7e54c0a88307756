import { useTranslation } from 'react-i18next';
import { useFormats } from '../../locales/formats.js';
import { useText } from '../../locales/use-text.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { usePrinting } from '../../ui/use-printing.js';
import type { DeskJudge } from './queries.js';

interface LoadsTableProps {
  judges: readonly DeskJudge[];
  csv: string;
  /** With what a plan would give. */
  isPlan?: boolean;
}

const rowsAPage = 50;

/** Judges with their entries; whoever has most stands on top. */
export function LoadsTable({ judges, csv, isPlan = false }: LoadsTableProps) {
  const { t } = useTranslation('assignment');
  const { count } = useFormats();
  const isPrinting = usePrinting();
  const loadOf = (judge: DeskJudge) => (isPlan ? judge.planned : judge.standing);
  return (
    <DataTable
      caption={t('loads.title', { number: count(judges.length) })}
      csv={csv}
      columns={useColumns(isPlan)}
      // By name among those of one load: the list comes so.
      rows={[...judges].sort((left, right) => loadOf(right) - loadOf(left))}
      rowKey={({ id }) => id}
      pageSize={isPrinting ? Infinity : rowsAPage}
      empty={t('loads.none')}
    />
  );
}

function useColumns(isPlan: boolean): Column<DeskJudge>[] {
  const { t } = useTranslation('assignment');
  const { t: judges } = useTranslation('judges');
  const text = useText();
  const { count } = useFormats();
  const kindOf = ({ kind }: DeskJudge) => (kind === null ? '' : judges(`kind.${kind}`));
  const fieldsOf = ({ fieldGroups }: DeskJudge) => fieldGroups.map((field) => text(field)).join(t('listSeparator'));
  const number = (key: 'standing' | 'begun' | 'planned'): Column<DeskJudge> => ({
    ...{ key, header: t(`loads.${key}`), isNumber: true, cell: (judge) => judge[key] },
    show: (judge) => count(judge[key]),
  });
  const limitOf = ({ leastEntries: least, mostEntries: most }: DeskJudge) => {
    if (most === null) return least === 0 ? '' : t('loads.from', { least });
    return least === 0 ? t('loads.upTo', { most }) : t('loads.between', { least, most });
  };
  const changeOf = ({ added, removed }: DeskJudge) =>
    [...(added > 0 ? [`+${added}`] : []), ...(removed > 0 ? [`−${removed}`] : [])].join(' ');
  return [
    {
      ...{ key: 'judge', header: t('loads.judge'), isRowHeader: true },
      cell: ({ name }) => name ?? t('nameless'),
      show: (judge) => (
        <>
          {judge.name ?? t('nameless')}
          <div className="assignment-second">
            {[kindOf(judge), fieldsOf(judge)].filter((part) => part !== '').join(' · ')}
          </div>
          {judge.absence === null ? null : <div className="assignment-second">{t(`absence.${judge.absence}`)}</div>}
        </>
      ),
    },
    { ...{ key: 'kind', header: t('loads.kind'), isCsvOnly: true }, cell: kindOf },
    { ...{ key: 'fields', header: t('loads.fields'), isCsvOnly: true }, cell: fieldsOf },
    {
      ...{ key: 'employer', header: t('loads.employer') },
      cell: ({ organisation, employer }) => (organisation ? text(organisation) : (employer ?? '')),
    },
    number('standing'),
    number('begun'),
    ...(isPlan ? [number('planned'), { key: 'change', header: t('loads.change'), cell: changeOf }] : []),
    {
      ...{ key: 'limit', header: t('loads.limit') },
      cell: limitOf,
      show: (judge) => <span className="nowrap">{limitOf(judge)}</span>,
    },
  ];
}
