import { Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { useAct } from '../../ui/use-act.js';
import { type AssignmentDesk, assignmentKeys, type EntryWithJudges } from './queries.js';

interface AddJudgeDialogProps {
  stageId: string;
  desk: AssignmentDesk;
  entry: EntryWithJudges;
  onClose: () => void;
}

/** Gives an entry one more judge; the server checks every rule and says what stands against it. */
export function AddJudgeDialog({ stageId, desk, entry, onClose }: AddJudgeDialogProps) {
  const { t } = useTranslation('assignment');
  const id = useId();
  const [judgeId, setJudgeId] = useState<string | null>(null);
  const { run, isPending, error, reset } = useAct(
    (body: { entryId: string; judgeId: string }, key) =>
      answer(
        api.POST('/api/v1/stages/{stageId}/assignments', {
          params: { path: { stageId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    assignmentKeys,
    onClose,
  );
  const held = new Set(entry.judges.map((judge) => judge.id));
  const options = desk.judges
    .filter((judge) => !held.has(judge.id))
    .sort((left, right) => left.standing - right.standing)
    .map(({ id: value, name, standing, absence }) => ({
      value,
      label: [
        t('hand.option', { name: name ?? t('nameless'), number: standing }),
        ...(absence === null ? [] : [t(`absence.${absence}`)]),
      ].join(' · '),
    }));
  return (
    <ConfirmDialog
      isOpen
      title={t('hand.addTitle')}
      act={t('hand.add')}
      isDisabled={judgeId === null}
      isBusy={isPending}
      error={error}
      labelOf={() => t('hand.judge')}
      onConfirm={() => judgeId !== null && run({ entryId: entry.id, judgeId })}
      onClose={onClose}
    >
      <p>{t('entry', { number: entry.number, title: entry.title })}</p>
      <div className="hand-judge">
        <label htmlFor={id}>{t('hand.judge')}</label>
        <Select
          id={id}
          value={judgeId}
          onChange={(next: string) => {
            reset();
            setJudgeId(next);
          }}
          placeholder={t('hand.choose')}
          showSearch={{ optionFilterProp: 'label' }}
          options={options}
        />
      </div>
      <p className="muted">{t('hand.rules')}</p>
    </ConfirmDialog>
  );
}
