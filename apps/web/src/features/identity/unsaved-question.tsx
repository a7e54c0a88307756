import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';

/** Asked before a sign-out that loses what could not be saved. */
export default function UnsavedQuestion({ onAnswer }: { onAnswer: (mayLose: boolean) => void }) {
  const { t } = useTranslation('identity');
  return (
    <ConfirmDialog
      isOpen
      title={t('unsaved.title')}
      act={t('unsaved.signOut')}
      stay={t('unsaved.stay')}
      isDangerous
      isBusy={false}
      error={null}
      onConfirm={() => onAnswer(true)}
      onClose={() => onAnswer(false)}
    >
      <p>{t('unsaved.text')}</p>
    </ConfirmDialog>
  );
}
