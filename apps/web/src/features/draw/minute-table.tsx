import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/use-text.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { usePrinting } from '../../ui/use-printing.js';
import { useAct } from '../../ui/use-act.js';
import { callSubstitute, drawKeys, type DrawMinute, type MinuteLine } from './queries.js';
import { ticketCommand } from './shell-command.js';

/** What became of everybody, line by line; where a drawn judge will not come, a reserve is called from here. */
export function MinuteTable({ stageId, minute, foot }: { stageId: string; minute: DrawMinute; foot: ReactNode }) {
  const { t } = useTranslation('draw');
  const [asked, setAsked] = useState<MinuteLine | null>(null);
  const { draw, lines } = minute;
  // On paper stands every line.
  const usesPages = !usePrinting();
  return (
    <>
      <DataTable
        caption={t('minute.result')}
        csv={`draw-${draw.number}`}
        rows={lines}
        {...(usesPages ? { pageSize: 50 } : {})}
        rowKey={({ position }) => String(position)}
        empty={t('pool.empty')}
        columns={useColumns(minute, setAsked)}
        foot={foot}
      />
      {asked ? <CallDialog stageId={stageId} drawId={draw.id} line={asked} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

const gone: readonly MinuteLine['absence'][] = ['off-roster', 'no-account', 'declined', 'unavailable'];

function mayBeReplaced({ outcome, absence, hasLeft, isCalled }: MinuteLine): boolean {
  return (outcome === 'seat' || isCalled) && !hasLeft && gone.includes(absence);
}

function useColumns({ draw, lines, stage, pool }: DrawMinute, ask: (line: MinuteLine) => void): Column<MinuteLine>[] {
  const { t } = useTranslation('draw');
  const text = useText();
  const isOfJudges = draw.kind === 'judges' || draw.kind === 'judge-panels';
  const excluded = new Map(pool.map((member) => [member.id, member.excluded]));
  const seed = draw.seed;
  const offersCalls = draw.state === 'confirmed' && draw.replacedAt === null && !stage.isClosed;
  const outcome = ({ member, outcome: what, place }: MinuteLine) => {
    const why = excluded.get(member) ?? null;
    return why === null ? t(`outcome.${what}`, { place }) : `${t('outcome.excluded')} · ${t(`excluded.${why}`)}`;
  };
  const standing = ({ hasLeft, isCalled }: MinuteLine) =>
    [...(isCalled ? [t('minute.called')] : []), ...(hasLeft ? [t('minute.left')] : [])].join(' · ');
  const columns: Column<MinuteLine>[] = [
    {
      key: 'member',
      header: t('minute.member'),
      cell: ({ member, name }) => (isOfJudges ? (name ?? t('gone')) : `${member} ${name ?? ''}`),
      isRowHeader: true,
    },
    {
      key: 'outcome',
      header: t('minute.outcome'),
      cell: (line) => [outcome(line), standing(line)].filter((part) => part !== '').join(' · '),
    },
    ...(lines.some(({ panel }) => panel !== null)
      ? [{ key: 'panel', header: t('minute.panel'), cell: ({ panel }: MinuteLine) => text(panel?.name) }]
      : []),
    { key: 'id', header: t('pool.id'), cell: ({ member }) => member, isCsvOnly: true },
  ];
  if (seed !== null) {
    columns.push(
      {
        key: 'ticket',
        header: t('minute.ticket'),
        cell: ({ ticket }) => ticket,
        show: ({ ticket }) => <code className="nowrap">{ticket?.slice(0, 10)}…</code>,
      },
      {
        ...{ key: 'command', header: t('minute.command'), isCsvOnly: true },
        cell: ({ member }) => ticketCommand(seed, draw.kind, member),
      },
    );
  }
  if (offersCalls && lines.some(mayBeReplaced)) {
    columns.push({
      ...{ key: 'act', header: t('minute.act'), cell: () => '', isScreenOnly: true },
      show: (line) =>
        mayBeReplaced(line) ? (
          <Button
            size="small"
            aria-label={t('calls.callOf', { name: line.name ?? t('gone') })}
            onClick={() => ask(line)}
          >
            {t('calls.call')}
          </Button>
        ) : null,
    });
  }
  return columns;
}

interface CallDialogProps {
  stageId: string;
  drawId: string;
  line: MinuteLine;
  onClose: () => void;
}

function CallDialog({ stageId, drawId, line, onClose }: CallDialogProps) {
  const { t } = useTranslation('draw');
  const { run, isPending, error } = useAct(callSubstitute(stageId, drawId), drawKeys, onClose);
  return (
    <ConfirmDialog
      isOpen
      title={t('calls.call')}
      act={t('calls.call')}
      isBusy={isPending}
      error={error}
      onConfirm={() => run(line.member)}
      onClose={onClose}
    >
      <p>
        {t('calls.callText', {
          name: line.name ?? t('gone'),
          absence: line.absence === null ? '' : t(`absence.${line.absence}`),
        })}
      </p>
    </ConfirmDialog>
  );
}
