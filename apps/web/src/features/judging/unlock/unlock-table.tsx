import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { DataTable, type Column } from '../../../ui/data-table.js';
import { Moment } from '../../../ui/moment.js';
import type { Tone } from '../../../ui/state-mark.js';
import { useAct } from '../../../ui/use-act.js';
import { useMay } from '../../identity/use-may.js';
import { unlockKeys, type SheetUnlock, type SheetUnlocks } from './queries.js';
import { SheetState, useSheetColumns } from './sheet-columns.js';

const tones: Record<SheetUnlock['state'], Tone> = {
  requested: 'attention',
  open: 'going',
  used: 'done',
  expired: 'idle',
  'taken-back': 'idle',
};

const paths = {
  approval: '/api/v1/stages/{stageId}/sheet-unlocks/{id}/approval',
  return: '/api/v1/stages/{stageId}/sheet-unlocks/{id}/return',
} as const;

interface Asked {
  act: keyof typeof paths;
  unlock: SheetUnlock;
}

/** Every unlock of the stage: what awaits a second person, what stands open, and what came of the others. */
export function UnlockTable({ stageId, unlocks }: { stageId: string; unlocks: SheetUnlocks }) {
  const { t } = useTranslation('judging');
  const [asked, setAsked] = useState<Asked | null>(null);
  const mayApprove = useMay(unlocks.edition.slug, 'sheet-unlock.approve');
  const waiting = unlocks.unlocks.filter(({ state }) => state === 'requested');
  return (
    <>
      <DataTable
        caption={t('unlock.all')}
        csv="sheet-unlocks"
        columns={useColumns(mayApprove, asked?.unlock.id ?? null, setAsked)}
        rows={unlocks.unlocks}
        rowKey={({ id }) => id}
        pageSize={20}
        empty={t('unlock.none')}
        lead={
          waiting.length > 0 && unlocks.otherApprovers === 0 && !(mayApprove && waiting.some(({ isOwn }) => !isOwn)) ? (
            <p>{t('unlock.nobody')}</p>
          ) : null
        }
      />
      {asked ? <ActDialog stageId={stageId} asked={asked} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

/** @param asked id of the unlock that the dialog is about */
function useColumns(mayApprove: boolean, asked: string | null, ask: (asked: Asked) => void): Column<SheetUnlock>[] {
  const { t } = useTranslation('judging');
  const nameOf = (name: string | null) => name ?? t('wall.nameless');
  return [
    ...useSheetColumns<SheetUnlock>(),
    {
      key: 'state',
      header: t('unlock.state'),
      cell: ({ state }) => t(`unlock.states.${state}`),
      show: (unlock) => <State unlock={unlock} isAsked={unlock.id === asked} />,
    },
    {
      key: 'reason',
      header: t('unlock.reason'),
      cell: ({ reason }) => reason ?? '',
      show: ({ reason, hours }) => (
        <>
          {reason}
          <div className="muted">
            {t('unlock.hoursLabel')} {t('unlock.hours', { count: hours })}
          </div>
        </>
      ),
    },
    {
      key: 'hours',
      header: t('unlock.hoursLabel'),
      cell: ({ hours }) => t('unlock.hours', { count: hours }),
      isCsvOnly: true,
    },
    {
      key: 'requested',
      header: t('unlock.persons'),
      cell: ({ requestedBy, requestedAt }) => `${nameOf(requestedBy)} ${requestedAt}`,
      show: ({ state, requestedBy, requestedAt, endedBy, endedAt }) => (
        <>
          <Person label={t('unlock.requestedBy')} name={nameOf(requestedBy)} at={requestedAt} />
          {endedAt === null ? null : (
            <Person
              label={t(state === 'taken-back' ? 'unlock.takenBackBy' : 'unlock.approvedBy')}
              name={nameOf(endedBy)}
              at={endedAt}
            />
          )}
        </>
      ),
    },
    {
      key: 'ended',
      header: t('unlock.endedBy'),
      cell: ({ endedAt, endedBy }) => (endedAt === null ? '' : `${nameOf(endedBy)} ${endedAt}`),
      isCsvOnly: true,
    },
    {
      key: 'acts',
      header: t('unlock.acts'),
      cell: () => '',
      isScreenOnly: true,
      show: (unlock) =>
        unlock.state === 'requested' ? <Acts unlock={unlock} mayApprove={mayApprove} ask={ask} /> : null,
    },
  ];
}

function State({ unlock, isAsked }: { unlock: SheetUnlock; isAsked: boolean }) {
  const { t } = useTranslation('judging');
  const { state, entryNumber, expiresAt, usedAt } = unlock;
  return (
    <SheetState
      label={t('unlock.stateOf', { number: entryNumber })}
      tone={tones[state]}
      state={t(`unlock.states.${state}`)}
      isAsked={isAsked}
    >
      {state === 'open' && expiresAt ? (
        <div className="muted">
          {t('unlock.until')} <Moment at={expiresAt} />
        </div>
      ) : null}
      {usedAt ? (
        <div className="muted">
          <Moment at={usedAt} />
        </div>
      ) : null}
    </SheetState>
  );
}

function Person({ label, name, at }: { label: string; name: string; at: string }) {
  return (
    <div>
      <span className="muted">{label}</span> {name}
      <div className="muted">
        <Moment at={at} />
      </div>
    </div>
  );
}

function Acts({ unlock, mayApprove, ask }: { unlock: SheetUnlock; mayApprove: boolean; ask: (asked: Asked) => void }) {
  const { t } = useTranslation('judging');
  const name = { number: unlock.entryNumber };
  return (
    <div className="unlock-acts">
      {mayApprove && !unlock.isOwn ? (
        <Button
          size="small"
          type="primary"
          aria-label={t('unlock.approveOf', name)}
          onClick={() => ask({ act: 'approval', unlock })}
        >
          {t('unlock.approval')}
        </Button>
      ) : null}
      <Button size="small" aria-label={t('unlock.returnOf', name)} onClick={() => ask({ act: 'return', unlock })}>
        {t('unlock.return')}
      </Button>
    </div>
  );
}

function ActDialog({ stageId, asked, onClose }: { stageId: string; asked: Asked; onClose: () => void }) {
  const { t } = useTranslation('judging');
  const { act, unlock } = asked;
  const { run, isPending, error } = useAct(
    (id: string, key) =>
      answer(api.POST(paths[act], { params: { path: { stageId, id }, header: { 'Idempotency-Key': key } } })),
    unlockKeys,
    onClose,
  );
  return (
    <ConfirmDialog
      isOpen
      title={t(`unlock.${act}`)}
      act={t(`unlock.${act}`)}
      isBusy={isPending}
      error={error}
      onConfirm={() => run(unlock.id)}
      onClose={onClose}
    >
      <p>
        {t(`unlock.${act}Text`, {
          judge: unlock.judge ?? t('wall.nameless'),
          entry: `${unlock.entryNumber} · ${unlock.entryTitle}`,
          hours: t('unlock.hours', { count: unlock.hours }),
        })}
      </p>
      <p className="muted">{unlock.reason}</p>
    </ConfirmDialog>
  );
}
