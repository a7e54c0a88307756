import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../../ui/data-table.js';
import { Moment } from '../../../ui/moment.js';
import type { Tone } from '../../../ui/state-mark.js';
import { LateDialog, type LateAct } from './late-dialog.js';
import type { LateLine, SheetUnlocks } from './queries.js';
import { SheetState, useSheetColumns } from './sheet-columns.js';

const tones: Record<LateLine['state'], Tone> = {
  waiting: 'attention',
  asked: 'going',
  accepted: 'done',
  refused: 'idle',
};

/** What judges handed in after judging: who, when, and what differs from what stands; never a score. */
export function LateTable({ stageId, unlocks }: { stageId: string; unlocks: SheetUnlocks }) {
  const { t } = useTranslation('judging');
  const [asked, setAsked] = useState<LateAct | null>(null);
  const mayAct = !unlocks.stage.isSettled && unlocks.stage.isOver;
  return (
    <>
      <DataTable
        caption={t('late.title')}
        csv="late-sheets"
        columns={useColumns(mayAct, asked?.line.id ?? null, setAsked)}
        rows={unlocks.late}
        rowKey={({ id }) => id}
        pageSize={20}
        empty={t('late.none')}
        lead={<p>{t('late.lead')}</p>}
      />
      {asked ? <LateDialog stageId={stageId} asked={asked} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

function useDifferences(): (line: LateLine) => string[] {
  const { t } = useTranslation('judging');
  return ({ given, of, changed, revision, changesDeduction, hasComments }) => {
    if (given === 0) return [t('late.erased')];
    const scores =
      revision === 0
        ? t('late.first')
        : changed > 0
          ? t('late.changed', { count: changed, revision })
          : t('late.same', { revision });
    return [
      t('late.given', { given, of }),
      scores,
      ...(changesDeduction ? [t('late.deduction')] : []),
      ...(hasComments ? [t('late.comments')] : []),
    ];
  };
}

function useColumns(mayAct: boolean, asked: string | null, ask: (asked: LateAct) => void): Column<LateLine>[] {
  const { t } = useTranslation('judging');
  const differences = useDifferences();
  return [
    ...useSheetColumns<LateLine>(),
    {
      key: 'times',
      header: t('late.times'),
      cell: ({ receivedAt }) => receivedAt,
      show: ({ typedAt, receivedAt, submittedAt }) => (
        <>
          <Time label={t('late.typedAt')} at={typedAt} />
          <Time label={t('late.receivedAt')} at={receivedAt} />
          <Time label={t('late.submittedAt')} at={submittedAt} />
        </>
      ),
    },
    { key: 'typedAt', header: t('late.typedAt'), cell: ({ typedAt }) => typedAt ?? '', isCsvOnly: true },
    {
      key: 'differs',
      header: t('late.differs'),
      cell: (line) => differences(line).join('; '),
      show: (line) => differences(line).map((one) => <div key={one}>{one}</div>),
    },
    {
      key: 'state',
      header: t('late.state'),
      cell: ({ state }) => t(`late.states.${state}`),
      show: (line) => (
        <>
          <State line={line} isAsked={line.id === asked} />
          {mayAct && line.state === 'waiting' ? <Acts line={line} ask={ask} /> : null}
        </>
      ),
    },
    { key: 'reason', header: t('late.reason'), cell: ({ reason }) => reason ?? '', isCsvOnly: true },
  ];
}

function Time({ label, at }: { label: string; at: string | null }) {
  if (at === null) return null;
  return (
    <div>
      <span className="muted">{label}</span> <Moment at={at} />
    </div>
  );
}

function State({ line, isAsked }: { line: LateLine; isAsked: boolean }) {
  const { t } = useTranslation('judging');
  const { state, entryNumber, decidedAt, decidedBy, reason } = line;
  return (
    <SheetState
      label={t('late.stateOf', { number: entryNumber })}
      tone={tones[state]}
      state={t(`late.states.${state}`)}
      isAsked={isAsked}
    >
      {decidedAt === null ? null : (
        <div className="muted">
          {t('late.decidedBy')} {decidedBy ?? t('wall.nameless')} <Moment at={decidedAt} />
        </div>
      )}
      {reason === null ? null : <div>{reason}</div>}
    </SheetState>
  );
}

function Acts({ line, ask }: { line: LateLine; ask: (asked: LateAct) => void }) {
  const { t } = useTranslation('judging');
  const name = { number: line.entryNumber };
  return (
    <div className="unlock-acts">
      <Button
        size="small"
        type="primary"
        aria-label={t('late.acceptOf', name)}
        onClick={() => ask({ act: 'accept', line })}
      >
        {t('late.accept')}
      </Button>
      <Button size="small" aria-label={t('late.refuseOf', name)} onClick={() => ask({ act: 'refuse', line })}>
        {t('late.refuse')}
      </Button>
    </div>
  );
}
