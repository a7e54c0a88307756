import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';

/** Gives up what was typed, and asks before where that is something. */
export function CancelEdits({ isDirty, onCancel }: { isDirty: boolean; onCancel: () => void }) {
  const { t } = useTranslation('translation');
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => (isDirty ? setAsking(true) : onCancel())}>{t('cancel')}</Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('discard.title')}
        act={t('discard.act')}
        stay={t('discard.stay')}
        isDangerous
        isBusy={false}
        error={null}
        onConfirm={onCancel}
        onClose={() => setAsking(false)}
      >
        <p>{t('discard.text')}</p>
      </ConfirmDialog>
    </>
  );
}
