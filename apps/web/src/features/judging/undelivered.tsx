import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { useDevicePlace } from '../../device/use-device-place.js';
import { focusIfLost } from '../../ui/use-focus-after.js';
import { assignmentQuery, type Assignment } from './assignments.js';

/** Says what counts where scores came too late, and lets whoever does not want them drop them. */
export function Undelivered({ assignment, onDrop }: { assignment: Assignment; onDrop: () => void }) {
  const { t } = useTranslation('judging');
  const client = useQueryClient();
  const place = useDevicePlace();
  const [isAsked, setAsked] = useState(false);
  const { publicId, submitted } = assignment;
  const drop = async () => {
    onDrop();
    // The sheet opens anew, with what the server holds.
    await client.resetQueries({ queryKey: assignmentQuery(publicId).queryKey, exact: true });
    focusIfLost(document.getElementById('main'));
  };
  return (
    <>
      <Alert
        type="warning"
        showIcon
        className="undelivered"
        title={
          submitted
            ? t(`undelivered.changes.${place}`, { revision: submitted.revision, total: submitted.total })
            : t(`undelivered.sheet.${place}`)
        }
        description={
          <>
            {place === 'tab' ? <p>{t('undelivered.inTab')}</p> : null}
            <Button onClick={() => setAsked(true)}>{t('undelivered.drop')}</Button>
          </>
        }
      />
      <ConfirmDialog
        isOpen={isAsked}
        title={t('undelivered.dropTitle')}
        act={t('undelivered.drop')}
        isDangerous
        isBusy={false}
        error={null}
        onConfirm={() => void drop()}
        onClose={() => setAsked(false)}
      >
        <p>{t('undelivered.dropText')}</p>
      </ConfirmDialog>
    </>
  );
}
