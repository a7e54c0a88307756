import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../ui/data-table.js';
import { Moment } from '../../ui/moment.js';
import { StateMark } from '../../ui/state-mark.js';
import type { MessageAttempt } from './queries.js';
import { useFailureText } from './use-failure-text.js';

const tones = { accepted: 'done', deferred: 'attention', refused: 'danger' } as const;

export function MessageLog({ log }: { log: readonly MessageAttempt[] }) {
  const { t } = useTranslation('mail');
  const failure = useFailureText();
  const columns: Column<MessageAttempt>[] = [
    {
      key: 'number',
      header: t('log.number'),
      isRowHeader: true,
      cell: ({ round, number }) => t('log.attempt', { round, number }),
    },
    {
      key: 'startedAt',
      header: t('log.startedAt'),
      cell: ({ startedAt }) => startedAt,
      show: ({ startedAt }) => <Moment at={startedAt} />,
    },
    {
      key: 'outcome',
      header: t('log.outcome'),
      cell: ({ outcome }) => t(`log.${outcome ?? 'going'}`),
      show: ({ outcome }) => (
        <StateMark tone={outcome === null ? 'going' : tones[outcome]}>{t(`log.${outcome ?? 'going'}`)}</StateMark>
      ),
    },
    { key: 'error', header: t('log.error'), cell: ({ error }) => (error === null ? '' : failure(error)) },
  ];
  return (
    <DataTable
      caption={t('log.title')}
      columns={columns}
      rows={log}
      rowKey={({ round, number }) => `${round}-${number}`}
      empty={t('log.empty')}
    />
  );
}
