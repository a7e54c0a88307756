import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { useAct } from '../../ui/use-act.js';
import { assignmentKeys, type EntryJudge, type EntryWithJudges } from './queries.js';

interface RemoveJudgeDialogProps {
  stageId: string;
  entry: EntryWithJudges;
  judge: EntryJudge;
  onClose: () => void;
}

export function RemoveJudgeDialog({ stageId, entry, judge, onClose }: RemoveJudgeDialogProps) {
  const { t } = useTranslation('assignment');
  const { run, isPending, error } = useAct(
    (assignmentId: string, key) =>
      answer(
        api.POST('/api/v1/stages/{stageId}/assignments/{assignmentId}/removal', {
          params: { path: { stageId, assignmentId }, header: { 'Idempotency-Key': key } },
        }),
      ),
    assignmentKeys,
    onClose,
  );
  return (
    <ConfirmDialog
      isOpen
      title={t('hand.removeTitle')}
      act={t('hand.remove')}
      isDangerous
      isBusy={isPending}
      error={error}
      onConfirm={() => run(judge.assignmentId ?? '')}
      onClose={onClose}
    >
      <p>
        {t('hand.removeText', {
          judge: judge.name ?? t('nameless'),
          entry: t('entry', { number: entry.number, title: entry.title }),
        })}
      </p>
    </ConfirmDialog>
  );
}
