import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataTable, type Column } from '../../ui/data-table.js';
import { Moment } from '../../ui/moment.js';
import { StateMark } from '../../ui/state-mark.js';
import type { AssignmentRun } from './queries.js';
import { runTones } from './run-panel.js';

interface PastRunsProps {
  runs: readonly AssignmentRun[];
  /** Id of the run that the page shows. */
  shown: string | null;
  /** The page shows another than it would by itself. */
  isAsked: boolean;
}

/** Every plan so far, whatever became of it: nobody tries seeds unseen. */
export function PastRuns({ runs, shown, isAsked }: PastRunsProps) {
  const { t } = useTranslation('assignment');
  const columns: Column<AssignmentRun>[] = [
    {
      ...{ key: 'plan', header: t('past.plan'), isRowHeader: true },
      cell: ({ number }) => t('run.title', { number }),
      show: (run) =>
        run.id === shown ? (
          t('run.title', { number: run.number })
        ) : (
          <Link to={`?run=${run.id}`} aria-label={t('past.lookOf', { number: run.number })}>
            {t('run.title', { number: run.number })}
          </Link>
        ),
    },
    {
      ...{ key: 'state', header: t('past.state') },
      cell: ({ state }) => t(`run.state.${state}`),
      show: ({ state }) => <StateMark tone={runTones[state]}>{t(`run.state.${state}`)}</StateMark>,
    },
    {
      ...{ key: 'asked', header: t('past.asked') },
      cell: ({ requestedBy }) => requestedBy ?? t('gone'),
      show: ({ requestedBy, requestedAt }) => (
        <>
          {requestedBy ?? t('gone')}
          <div className="muted">
            <Moment at={requestedAt} />
          </div>
        </>
      ),
    },
    {
      ...{ key: 'parameters', header: t('past.parameters') },
      cell: ({ parameters: { judgesWanted, onlyJudges, onlyPanels } }) =>
        [
          t('past.parametersText', { number: judgesWanted }),
          ...(onlyJudges.length + onlyPanels.length === 0
            ? []
            : [t('run.only', { judges: onlyJudges.length, panels: onlyPanels.length })]),
        ].join(t('listSeparator')),
    },
    {
      ...{ key: 'seed', header: t('run.seed') },
      cell: ({ parameters }) => parameters.seed,
      show: ({ parameters }) => <code className="assignment-code">{parameters.seed}</code>,
    },
  ];
  return (
    <div className="assignment-past">
      <DataTable
        caption={t('past.title')}
        columns={columns}
        rows={runs}
        rowKey={({ id }) => id}
        empty={t('past.none')}
        actions={isAsked ? <Link to="?">{t('past.newest')}</Link> : null}
      />
    </div>
  );
}
