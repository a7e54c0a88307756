import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { DataTable, type Column } from '../../../ui/data-table.js';
import { Moment } from '../../../ui/moment.js';
import { StateMark, type Tone } from '../../../ui/state-mark.js';
import { useAct } from '../../../ui/use-act.js';
import { useFocusAfter } from '../../../ui/use-focus-after.js';
import { reReviewKeys, type ReReview } from './queries.js';

const tones: Record<ReReview['state'], Tone> = { open: 'going', done: 'done', 'called-off': 'idle' };

/** Every re-review of the stage: how many judges have looked again. */
export function ReReviewTable({ stageId, reReviews }: { stageId: string; reReviews: ReReview[] }) {
  const { t } = useTranslation('judging');
  const [asked, setAsked] = useState<ReReview | null>(null);
  return (
    <>
      <DataTable
        caption={t('reReview.all')}
        csv="re-reviews"
        columns={useColumns(asked?.id ?? null, setAsked)}
        rows={reReviews}
        rowKey={({ id }) => id}
        pageSize={20}
        empty={t('reReview.none')}
      />
      {asked ? <CallOffDialog stageId={stageId} asked={asked} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

function useColumns(asked: string | null, ask: (one: ReReview) => void): Column<ReReview>[] {
  const { t } = useTranslation('judging');
  const nameOf = (name: string | null) => name ?? t('wall.nameless');
  return [
    {
      key: 'entry',
      header: t('unlock.entry'),
      cell: ({ entryNumber, entryTitle }) => `${entryNumber} · ${entryTitle}`,
      isRowHeader: true,
    },
    {
      key: 'state',
      header: t('reReview.state'),
      cell: ({ state }) => t(`reReview.states.${state}`),
      show: (one) => (
        <>
          <State one={one} isAsked={one.id === asked} />
          <div className="muted">{t('reReview.count', { again: one.again, judges: one.judges })}</div>
        </>
      ),
    },
    {
      key: 'again',
      header: t('reReview.again'),
      cell: ({ again, judges }) => t('reReview.count', { again, judges }),
      isCsvOnly: true,
    },
    { key: 'reason', header: t('reReview.reason'), cell: ({ reason }) => reason ?? '' },
    {
      key: 'ordered',
      header: t('reReview.orderedBy'),
      cell: ({ orderedBy, orderedAt }) => `${nameOf(orderedBy)} ${orderedAt}`,
      show: ({ orderedBy, orderedAt }) => (
        <>
          {nameOf(orderedBy)}
          <div className="muted">
            <Moment at={orderedAt} />
          </div>
        </>
      ),
    },
    {
      key: 'acts',
      header: t('unlock.acts'),
      cell: () => '',
      isScreenOnly: true,
      show: (one) =>
        one.state === 'open' ? (
          <Button
            size="small"
            aria-label={t('reReview.callOffOf', { number: one.entryNumber })}
            onClick={() => ask(one)}
          >
            {t('reReview.callOff')}
          </Button>
        ) : null,
    },
  ];
}

/** The button goes with the act; the focus then stays with what came of it. */
function State({ one, isAsked }: { one: ReReview; isAsked: boolean }) {
  const { t } = useTranslation('judging');
  const cell = useFocusAfter<HTMLDivElement>(isAsked);
  return (
    <div ref={cell} tabIndex={-1} role="group" aria-label={t('reReview.stateOf', { number: one.entryNumber })}>
      <StateMark tone={tones[one.state]}>{t(`reReview.states.${one.state}`)}</StateMark>
      {one.endedAt === null ? null : (
        <div className="muted">
          {one.endedBy ?? t('wall.nameless')} <Moment at={one.endedAt} />
        </div>
      )}
    </div>
  );
}

function CallOffDialog({ stageId, asked, onClose }: { stageId: string; asked: ReReview; onClose: () => void }) {
  const { t } = useTranslation('judging');
  const { run, isPending, error } = useAct(
    (id: string, key) =>
      answer(
        api.POST('/api/v1/stages/{stageId}/re-reviews/{id}/return', {
          params: { path: { stageId, id }, header: { 'Idempotency-Key': key } },
        }),
      ),
    reReviewKeys,
    onClose,
  );
  return (
    <ConfirmDialog
      isOpen
      title={t('reReview.callOff')}
      act={t('reReview.callOff')}
      isBusy={isPending}
      error={error}
      onConfirm={() => run(asked.id)}
      onClose={onClose}
    >
      <p>{t('reReview.callOffText', { entry: `${asked.entryNumber} · ${asked.entryTitle}` })}</p>
    </ConfirmDialog>
  );
}
