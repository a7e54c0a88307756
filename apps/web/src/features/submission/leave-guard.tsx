import { useTranslation } from 'react-i18next';
import { useBlocker, type BlockerFunction } from 'react-router';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { hasUnsavedEdits, useUnsavedEdits } from './unsaved-edits.js';

const leaves: BlockerFunction = ({ currentLocation, nextLocation }) =>
  hasUnsavedEdits() && currentLocation.pathname !== nextLocation.pathname;

/**
 * Asks before unsaved edits are left behind: by a link, by closing the tab, by signing out. One on a page, for its own
 * edits and those of every form below it.
 */
export function LeaveGuard({ isDirty = false }: { isDirty?: boolean }) {
  const { t } = useTranslation('submission');
  useUnsavedEdits(isDirty);
  const blocker = useBlocker(leaves);
  return (
    <ConfirmDialog
      isOpen={blocker.state === 'blocked'}
      title={t('leave.title')}
      act={t('leave.act')}
      stay={t('leave.stay')}
      isDangerous
      isBusy={false}
      error={null}
      onConfirm={() => blocker.proceed?.()}
      onClose={() => blocker.reset?.()}
    >
      <p>{t('leave.text')}</p>
    </ConfirmDialog>
  );
}
