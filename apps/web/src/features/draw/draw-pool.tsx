import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/use-text.js';
import { DataTable } from '../../ui/data-table.js';
import { FaultState } from '../../ui/fault-state.js';
import { Shape } from '../../ui/shape.js';
import type { DrawKind, PooledMember } from './queries.js';

interface DrawPoolProps {
  /** Null until it is there. */
  members: readonly PooledMember[] | null;
  error: Error | null;
  onRetry: () => void;
  kind: DrawKind;
}

/** Of whom is drawn, and who is passed over and why. */
export function DrawPool({ members, error, onRetry, kind }: DrawPoolProps) {
  const { t } = useTranslation('draw');
  const text = useText();
  const isOfJudges = kind === 'judges' || kind === 'judge-panels';
  if (members === null) return error ? <FaultState error={error} onRetry={onRetry} /> : <Shape lines={3} />;
  const passed = members.filter(({ excluded }) => excluded !== null).length;
  return (
    <details className="draw-pool">
      <summary>{t('pool.summary', { number: members.length - passed, passed })}</summary>
      <DataTable
        caption={t('pool.title')}
        csv="draw-pool"
        rows={members}
        rowKey={({ id }) => id}
        pageSize={50}
        empty={t('pool.empty')}
        columns={[
          {
            key: 'name',
            header: t(isOfJudges ? 'pool.judge' : 'pool.entry'),
            cell: ({ id, name }) => (isOfJudges ? (name ?? t('gone')) : `${id} ${name ?? ''}`),
            isRowHeader: true,
          },
          isOfJudges
            ? {
                key: 'employer',
                header: t('pool.employer'),
                cell: ({ employer }: PooledMember) => employer,
              }
            : {
                key: 'group',
                header: t('pool.fieldGroup'),
                cell: ({ fieldGroup }: PooledMember) => text(fieldGroup),
              },
          {
            key: 'excluded',
            header: t('pool.excluded'),
            cell: ({ excluded }) => (excluded === null ? '' : t(`excluded.${excluded}`)),
          },
        ]}
      />
    </details>
  );
}
