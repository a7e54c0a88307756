import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { useAct } from '../../../ui/use-act.js';
import { judgeKeys, type ListedJudge } from '../queries.js';

interface TakeBackDialogProps {
  slug: string;
  judge: ListedJudge;
  onClose: () => void;
}

/** Asks once more before an open invitation is dead and none takes its place. */
export function TakeBackDialog({ slug, judge, onClose }: TakeBackDialogProps) {
  const { t } = useTranslation('judges');
  const { run, isPending, error } = useAct(
    (id: string, key) =>
      answer(
        api.DELETE('/api/v1/editions/{slug}/judges/{id}/invitation', {
          params: { path: { slug, id }, header: { 'Idempotency-Key': key } },
        }),
      ),
    judgeKeys,
    onClose,
  );
  return (
    <ConfirmDialog
      isOpen
      title={t('invite.takeBackAct')}
      act={t('invite.takeBackAct')}
      isDangerous
      isBusy={isPending}
      error={error}
      onConfirm={() => run(judge.id)}
      onClose={onClose}
    >
      <p>{t('invite.takeBackText', { name: judge.name ?? t('nameless') })}</p>
    </ConfirmDialog>
  );
}
