import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/use-text.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { useAct } from '../../ui/use-act.js';
import { useMay } from '../identity/use-may.js';
import { confirmDraw, drawKeys, takeBackDraw, type DrawMinute, type MinuteLine } from './queries.js';
import { useDrawScope } from './use-draw-scope.js';

/** What the witness, or whoever recorded it, can do with a draw that is not in effect yet. */
export function DrawActs({ stageId, minute }: { stageId: string; minute: DrawMinute }) {
  const { t } = useTranslation('draw');
  const { draw, stage, otherApprovers } = minute;
  const [asked, setAsked] = useState<'confirm' | 'return' | null>(null);
  const mayConfirm = useMay(stage.edition.slug, 'draw.confirm');
  if (draw.state !== 'committed' && draw.state !== 'drawn') return null;
  const lacksEvidence = draw.way === 'hand' && draw.files === 0;
  const isSecond = mayConfirm && !draw.isOwn;
  const offersConfirm = draw.state === 'drawn' && isSecond;
  return (
    <>
      {offersConfirm ? (
        <Button type="primary" disabled={lacksEvidence} onClick={() => setAsked('confirm')}>
          {t('acts.confirm')}
        </Button>
      ) : null}
      {draw.state === 'committed' || isSecond ? (
        <Button onClick={() => setAsked('return')}>{t('acts.return')}</Button>
      ) : null}
      <span className="muted">
        {draw.state === 'drawn' && draw.isOwn ? t(otherApprovers === 0 ? 'acts.nobody' : 'acts.own') : null}
        {draw.state === 'drawn' && lacksEvidence ? ` ${t('acts.evidence')}` : null}
      </span>
      {asked === 'confirm' ? <ConfirmAsWitness {...{ stageId, minute }} onClose={() => setAsked(null)} /> : null}
      {asked === 'return' ? <TakeBack stageId={stageId} id={draw.id} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

interface WitnessProps {
  stageId: string;
  minute: DrawMinute;
  onClose: () => void;
}

interface ActProps {
  stageId: string;
  id: string;
  onClose: () => void;
}

/** Says which draw it is that takes effect, and how many it has drawn. */
function ConfirmAsWitness({ stageId, minute, onClose }: WitnessProps) {
  const { t } = useTranslation('draw');
  const text = useText();
  const scope = useDrawScope();
  const { draw, stage, lines } = minute;
  const drawn = (...outcomes: MinuteLine['outcome'][]) =>
    lines.filter((line) => outcomes.includes(line.outcome)).length;
  const facts = [
    [t('minute.stage'), `${text(stage.edition.name)} · ${text(stage.name)}`],
    [t('list.draw'), t('list.name', { number: draw.number, scope: scope(draw) })],
    [
      t('acts.drawn'),
      draw.kind === 'judges'
        ? t('minute.rulesOfJudges', { seats: drawn('seat'), reserves: drawn('reserve') })
        : t('acts.drawnOf', { number: drawn('panel', 'place') }),
    ],
  ];
  const { run, isPending, error } = useAct(confirmDraw(stageId, draw.id), drawKeys, onClose);
  return (
    <ConfirmDialog
      isOpen
      title={t('acts.confirm')}
      act={t('acts.confirm')}
      isBusy={isPending}
      error={error}
      onConfirm={() => run(null)}
      onClose={onClose}
    >
      <dl className="draw-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>{t('acts.confirmText')}</p>
    </ConfirmDialog>
  );
}

function TakeBack({ stageId, id, onClose }: ActProps) {
  const { t } = useTranslation('draw');
  const field = useId();
  const [reason, setReason] = useState('');
  const { run, isPending, error } = useAct(takeBackDraw(stageId, id), drawKeys, onClose);
  return (
    <ConfirmDialog
      isOpen
      title={t('acts.return')}
      act={t('acts.return')}
      isDisabled={reason.trim() === ''}
      isBusy={isPending}
      error={error}
      onConfirm={() => run(reason.trim())}
      onClose={onClose}
    >
      <p>{t('acts.returnText')}</p>
      <label htmlFor={field}>{t('acts.returnReason')}</label>
      <Input.TextArea
        id={field}
        rows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </ConfirmDialog>
  );
}
