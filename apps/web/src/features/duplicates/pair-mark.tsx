import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Moment } from '../../ui/moment.js';
import { StateMark } from '../../ui/state-mark.js';
import { useAct } from '../../ui/use-act.js';
import type { DuplicatePair, Verdict } from './queries.js';

const verdicts: readonly Verdict[] = ['not-duplicate', 'duplicate'];

/** What the office has said of a pair, or how it says it. */
export function PairMark({ slug, pair }: { slug: string; pair: DuplicatePair }) {
  const { t } = useTranslation('duplicates');
  const [asked, setAsked] = useState<Verdict | 'undo' | null>(null);
  const { entry, other, mark } = pair;
  const name = t('pair', {
    ...{ number: entry.number, title: entry.title, otherNumber: other.number, otherTitle: other.title },
  });
  return (
    <div className="pair-mark">
      {mark ? (
        <>
          <StateMark tone={mark.isOutdated ? 'attention' : mark.verdict === 'duplicate' ? 'danger' : 'done'}>
            {t(`verdict.${mark.verdict}`)}
          </StateMark>
          <div className="muted">
            {t('marked', { by: mark.by ?? t('goneAccount') })} · <Moment at={mark.at} />
          </div>
          {mark.note ? <div className="pair-note">{mark.note}</div> : null}
          {mark.isOutdated ? <div className="pair-outdated">{t('outdated')}</div> : null}
          <Button onClick={() => setAsked('undo')} aria-label={t('undoOf', { pair: name })}>
            {t('undo')}
          </Button>
        </>
      ) : (
        verdicts.map((verdict) => (
          <Button key={verdict} onClick={() => setAsked(verdict)} aria-label={t(`markOf.${verdict}`, { pair: name })}>
            {t(`mark.${verdict}`)}
          </Button>
        ))
      )}
      {asked === 'undo' && mark ? (
        <UndoDialog slug={slug} id={mark.id} name={name} onClose={() => setAsked(null)} />
      ) : null}
      {asked !== null && asked !== 'undo' ? (
        <MarkDialog slug={slug} pair={pair} name={name} verdict={asked} onClose={() => setAsked(null)} />
      ) : null}
    </div>
  );
}

interface MarkDialogProps {
  slug: string;
  pair: DuplicatePair;
  name: string;
  verdict: Verdict;
  onClose: () => void;
}

function MarkDialog({ slug, pair, name, verdict, onClose }: MarkDialogProps) {
  const { t } = useTranslation('duplicates');
  const id = useId();
  const [note, setNote] = useState('');
  const { run, isPending, error } = useAct(
    (body: { entry: string; other: string; verdict: Verdict; note: string }, key) =>
      answer(
        api.POST('/api/v1/editions/{slug}/duplicates/marks', {
          params: { path: { slug }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    ['duplicates'],
    onClose,
  );
  return (
    <ConfirmDialog
      isOpen
      title={t(`markAct.${verdict}`)}
      act={t(`markAct.${verdict}`)}
      isBusy={isPending}
      error={error}
      onConfirm={() => run({ entry: pair.entry.publicId, other: pair.other.publicId, verdict, note })}
      onClose={onClose}
    >
      <p>{name}</p>
      <p className="muted">{t('markText')}</p>
      <label htmlFor={id}>{t('note')}</label>
      <Input.TextArea
        id={id}
        value={note}
        maxLength={500}
        showCount
        placeholder={t('notePlaceholder')}
        onChange={(event) => setNote(event.target.value)}
      />
    </ConfirmDialog>
  );
}

interface UndoDialogProps {
  slug: string;
  id: string;
  name: string;
  onClose: () => void;
}

function UndoDialog({ slug, id, name, onClose }: UndoDialogProps) {
  const { t } = useTranslation('duplicates');
  const { run, isPending, error } = useAct(
    (mark: string, key) =>
      answer(
        api.POST('/api/v1/editions/{slug}/duplicates/marks/{id}/undo', {
          params: { path: { slug, id: mark }, header: { 'Idempotency-Key': key } },
        }),
      ),
    ['duplicates'],
    onClose,
  );
  return (
    <ConfirmDialog
      isOpen
      title={t('undo')}
      act={t('undo')}
      isBusy={isPending}
      error={error}
      onConfirm={() => run(id)}
      onClose={onClose}
    >
      <p>{name}</p>
      <p>{t('undoText')}</p>
    </ConfirmDialog>
  );
}
