import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerNow } from '../../../app/server-clock.js';
import { useFormats } from '../../../locales/formats.js';
import { useText } from '../../../locales/use-text.js';
import { DataTable, type Column } from '../../../ui/data-table.js';
import { StateMark } from '../../../ui/state-mark.js';
import { useMay } from '../../identity/use-may.js';
import { judgeStateOf, judgeStates, remindable } from './judge-state.js';
import { ReminderDialog } from './reminder-dialog.js';
import { SheetProgress } from './sheet-progress.js';
import type { Wall } from './use-wall.js';

type Judge = Wall['judges'][number];

/** Panels that are named under a judge. */
const mostPanels = 3;

/** Each judge's progress, those who need a call on top, with a reminder for one or for all who are late. */
export function WallJudges({ wall }: { wall: Wall }) {
  const { t } = useTranslation('judging');
  const now = useServerNow();
  const reminds = useMay(wall.edition.slug, 'judge.remind') && wall.window.isOpen && !wall.leavesOut;
  const [asked, setAsked] = useState<readonly Judge[] | null>(null);
  const late = wall.judges.filter((judge) => judgeStateOf(judge, wall.window, now) === 'late');
  const due = remindable(late, now);
  const owing = remindable(
    wall.judges.filter(({ declarationsOwed }) => declarationsOwed > 0),
    now,
  );
  const nameOf = useJudgeName();
  const share = (judge: Judge) => (judge.assigned === 0 ? 1 : judge.submitted / judge.assigned);
  const rows = [...wall.judges].sort((a, b) => share(a) - share(b) || (nameOf(a) < nameOf(b) ? -1 : 1));
  const columns = useColumns(wall, now);
  return (
    <>
      <DataTable
        caption={t('wall.judgesTable')}
        csv={`${wall.edition.slug}-${wall.stage.key}-judges`}
        columns={reminds ? [...columns, actsColumn(t('wall.column.acts'))] : columns}
        rows={rows}
        rowKey={(judge) => judge.id}
        pageSize={100}
        empty={t('wall.noJudges')}
        lead={reminds && late.length > 0 ? <p>{t('wall.lateJudges', { count: late.length })}</p> : null}
        actions={
          reminds && due.length + owing.length > 0 ? (
            <>
              {due.length > 0 ? (
                <Button onClick={() => setAsked(due)}>{t('wall.remindLate', { count: due.length })}</Button>
              ) : null}
              {owing.length > 0 ? (
                <Button className="wall-remind-owing" onClick={() => setAsked(owing)}>
                  {t('wall.remindOwing', { count: owing.length })}
                </Button>
              ) : null}
            </>
          ) : null
        }
      />
      {asked ? <ReminderDialog wall={wall} judges={asked} onClose={() => setAsked(null)} /> : null}
    </>
  );

  function actsColumn(header: string): Column<Judge> {
    return {
      ...{ key: 'acts', header, cell: () => '', isScreenOnly: true },
      show: (judge) =>
        remindable([judge], now).length > 0 ? (
          <Button
            className="wall-remind"
            aria-label={t('wall.remindOf', { judge: nameOf(judge) })}
            onClick={() => setAsked([judge])}
          >
            {t('wall.remind')}
          </Button>
        ) : null,
    };
  }
}

/** A name can be erased; the judge's place on the wall stays. */
function useJudgeName() {
  const { t } = useTranslation('judging');
  return ({ name }: Judge) => name ?? t('wall.nameless');
}

function useColumns(wall: Wall, now: number): Column<Judge>[] {
  const { t } = useTranslation('judging');
  const text = useText();
  const { percent, beijing } = useFormats();
  const nameOf = useJudgeName();
  const panelsOf = ({ panels }: Judge) => panels.map(text).join(t('wall.between'));
  // Under a name a few are read at a glance; the CSV twin has all.
  const briefPanelsOf = (judge: Judge) =>
    judge.panels.length <= mostPanels
      ? panelsOf(judge)
      : t('wall.morePanels', {
          names: panelsOf({ ...judge, panels: judge.panels.slice(0, mostPanels - 1) }),
          count: judge.panels.length - mostPanels + 1,
        });
  const declaredOf = ({ declarationsOwed }: Judge) =>
    declarationsOwed > 0 ? t('wall.owesDeclaration', { count: declarationsOwed }) : t('wall.declared');
  const stateOf = (judge: Judge) => judgeStateOf(judge, wall.window, now);
  const when = (at: string | null) => <span className="nowrap">{at === null ? t('wall.never') : beijing(at)}</span>;
  const numbers = (['submitted', 'drafts', 'assigned'] as const).map((key) => ({
    ...{ key, header: t(`wall.column.${key}`), isNumber: true, isCsvOnly: true },
    cell: (judge: Judge) => judge[key],
  }));
  return [
    {
      ...{ key: 'name', header: t('wall.column.judge'), isRowHeader: true, cell: nameOf },
      show: (judge) => (
        <>
          {nameOf(judge)}
          {judge.panels.length > 0 ? <div className="muted wall-panel">{briefPanelsOf(judge)}</div> : null}
        </>
      ),
    },
    { key: 'panels', header: t('wall.column.panel'), cell: panelsOf, isCsvOnly: true },
    {
      ...{ key: 'state', header: t('wall.column.state'), cell: (judge) => t(`wall.judge.${stateOf(judge)}`) },
      show: (judge) => (
        <>
          <StateMark tone={judgeStates[stateOf(judge)]}>{t(`wall.judge.${stateOf(judge)}`)}</StateMark>
          {wall.asksDeclarations ? (
            <div className={judge.declarationsOwed > 0 ? 'wall-owes' : 'wall-owes muted'}>
              {t('wall.declaration', { state: declaredOf(judge) })}
            </div>
          ) : null}
        </>
      ),
    },
    {
      ...{ key: 'progress', header: t('wall.column.progress') },
      cell: (judge) => percent(judge.submitted, judge.assigned),
      show: (judge) => <SheetProgress label={nameOf(judge)} {...judge} />,
    },
    ...numbers,
    ...(wall.asksDeclarations
      ? [{ key: 'declared', header: t('wall.column.declared'), cell: declaredOf, isCsvOnly: true }]
      : []),
    {
      ...{ key: 'last', header: t('wall.column.last'), cell: ({ lastSubmittedAt }) => lastSubmittedAt },
      show: ({ lastSubmittedAt }) => when(lastSubmittedAt),
    },
    ...(wall.judges.some(({ remindedAt }) => remindedAt !== null)
      ? [
          {
            ...{ key: 'reminded', header: t('wall.column.reminded') },
            cell: ({ remindedAt, remindedBy }: Judge) =>
              remindedAt ? `${remindedAt} ${remindedBy ?? ''}`.trim() : null,
            show: ({ remindedAt, remindedBy }: Judge) =>
              remindedAt ? (
                <>
                  {when(remindedAt)}
                  <div className="muted">{remindedBy ?? t('wall.nameless')}</div>
                </>
              ) : (
                t('wall.notReminded')
              ),
          },
        ]
      : []),
  ];
}
