import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker, type BlockerFunction } from 'react-router';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { registerUnsavedWork } from '../identity/unsaved-work.js';

/** Asks before unsaved edits are left behind: by a link, by closing the tab, by signing out. */
export function LeaveGuard({ isDirty }: { isDirty: boolean }) {
  const { t } = useTranslation('submission');
  const edits = useRef(isDirty);
  const leaves = useCallback<BlockerFunction>(
    ({ currentLocation, nextLocation }) => edits.current && currentLocation.pathname !== nextLocation.pathname,
    [],
  );
  const blocker = useBlocker(leaves);
  useEffect(() => {
    edits.current = isDirty;
  }, [isDirty]);
  useEffect(() => {
    const unload = (event: BeforeUnloadEvent) => {
      if (edits.current) event.preventDefault();
    };
    const end = registerUnsavedWork({
      isDirty: () => edits.current,
      drop: () => {
        edits.current = false;
      },
    });
    window.addEventListener('beforeunload', unload);
    return () => {
      window.removeEventListener('beforeunload', unload);
      end();
    };
  }, []);
  return (
    <ConfirmDialog
      isOpen={blocker.state === 'blocked'}
      title={t('leave.title')}
      act={t('leave.act')}
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
