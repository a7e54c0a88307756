import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/data-table.js';
import { usePrinting } from '../../ui/use-printing.js';
import type { DrawMinute } from './queries.js';

/** The pool as it was fixed, before it is drawn from. */
export function FixedPool({ minute: { draw, pool }, foot }: { minute: DrawMinute; foot: ReactNode }) {
  const { t } = useTranslation('draw');
  // On paper stands every line.
  const usesPages = !usePrinting();
  const isOfJudges = draw.kind === 'judges' || draw.kind === 'judge-panels';
  return (
    <DataTable
      caption={t('minute.poolTitle')}
      csv={`draw-${draw.number}-pool`}
      rows={pool}
      {...(usesPages ? { pageSize: 50 } : {})}
      rowKey={({ id }) => id}
      empty={t('pool.empty')}
      foot={foot}
      columns={[
        {
          key: 'name',
          header: t('minute.member'),
          cell: ({ id, name }) => (isOfJudges ? (name ?? t('gone')) : `${id} ${name ?? ''}`),
          isRowHeader: true,
        },
        { key: 'id', header: t('pool.id'), cell: ({ id }) => id, isCsvOnly: true },
        {
          key: 'excluded',
          header: t('pool.excluded'),
          cell: ({ excluded }) => (excluded === null ? '' : t(`excluded.${excluded}`)),
        },
      ]}
    />
  );
}
