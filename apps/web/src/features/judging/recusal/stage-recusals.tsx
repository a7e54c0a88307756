import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../../ui/data-table.js';
import { FaultState } from '../../../ui/fault-state.js';
import { Moment } from '../../../ui/moment.js';
import { Shape } from '../../../ui/shape.js';
import { useMay } from '../../identity/use-may.js';
import { stageRecusalsQuery, type StageRecusal } from './queries.js';
import { Substitutes } from './substitutes.js';
import './recusal.css';

interface StageRecusalsProps {
  stageId: string;
  slug: string;
  /** Changes whenever the stage's assignments may have: then it is read anew. */
  assignments: number;
}

/** On the wall: whose sheets are excluded by a recusal, why, and who could judge instead. */
export function StageRecusals({ stageId, slug, assignments }: StageRecusalsProps) {
  const mayRead = useMay(slug, 'recusal.read');
  const mayAssign = useMay(slug, 'assignment.plan');
  if (!mayRead) return null;
  return (
    <section className="stage-recusals" id="recusals">
      <Excluded stageId={stageId} assignments={assignments} />
      {mayAssign ? <Substitutes stageId={stageId} assignments={assignments} /> : null}
    </section>
  );
}

function Excluded({ stageId, assignments }: { stageId: string; assignments: number }) {
  const { t } = useTranslation('recusal');
  const columns = useColumns();
  const query = useQuery(stageRecusalsQuery(stageId, assignments));
  if (query.data === undefined) {
    return query.error ? <FaultState error={query.error} onRetry={() => void query.refetch()} /> : <Shape lines={2} />;
  }
  const { recusals, total, below, floor } = query.data;
  return (
    <DataTable
      caption={t('stage.title')}
      csv="recusals"
      columns={columns}
      rows={recusals}
      rowKey={({ id }) => id}
      rowClass={() => 'is-recused'}
      pageSize={10}
      empty={t('stage.none')}
      lead={
        total > 0 ? (
          <p>
            {t('stage.lead', { count: total })}{' '}
            {below > 0 ? t('stage.below', { count: below, floor }) : t('stage.covered')}
          </p>
        ) : null
      }
    />
  );
}

function useColumns(): Column<StageRecusal>[] {
  const { t } = useTranslation('recusal');
  const reasons = useTranslation('judging').t;
  return [
    {
      key: 'entry',
      header: t('stage.entry'),
      cell: ({ entryNumber, entryTitle }) => `${entryNumber} · ${entryTitle}`,
      isRowHeader: true,
    },
    { key: 'judge', header: t('stage.judge'), cell: ({ judge }) => judge ?? t('nameless') },
    {
      key: 'reason',
      header: t('reason'),
      cell: ({ form, reasonCode }) =>
        `${form === null ? '' : `${t(`forms.${form}`)} · `}${reasons(`recusal.grounds.${reasonCode}`)}`,
    },
    {
      key: 'sheet',
      header: t('stage.sheet'),
      cell: ({ revision }) => (revision > 0 ? t('stage.excluded', { revision }) : t('stage.notScored')),
    },
    {
      key: 'counted',
      header: t('stage.counted'),
      cell: ({ sheets, excluded }) => t('stage.counts', { sheets, before: sheets + excluded }),
    },
    { key: 'judges', header: t('stage.judges'), cell: ({ judges }) => judges, isNumber: true },
    { key: 'at', header: t('at'), cell: ({ at }) => at, show: ({ at }) => <Moment at={at} /> },
  ];
}
