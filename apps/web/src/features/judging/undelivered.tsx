import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { newIntention } from '../../api/client.js';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { useDevicePlace } from '../../device/use-device-place.js';
import { focusIfLost } from '../../ui/use-focus-after.js';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import { assignmentQuery, type Assignment } from './assignments.js';
import { keptSheet } from './kept-sheet.js';
import { handIn } from './late-sheet.js';
import { sheetOf, type SheetFields } from './sheet-fields.js';
import { revisionOf, sendable } from './sheet-start.js';

interface UndeliveredProps {
  assignment: Assignment;
  fields: SheetFields;
  onDrop: () => void;
}

/** Says what counts where scores came too late, and lets the judge hand them to the office, or drop them. */
export function Undelivered({ assignment, fields, onDrop }: UndeliveredProps) {
  const { t } = useTranslation('judging');
  const client = useQueryClient();
  const place = useDevicePlace();
  const [isAsked, setAsked] = useState(false);
  const { publicId, submitted, late } = assignment;
  const [key] = useState(newIntention);
  const { sentence } = useProblemMessage();
  const handing = useMutation({
    mutationFn: () => {
      const typedAt = keptSheet.read(publicId)?.typedAt;
      // The judge sees beside it what was submitted last.
      const typed = { sheet: sheetOf(sendable(assignment, fields)), revision: revisionOf(assignment), typedAt };
      return handIn(publicId, typed, key);
    },
    onSuccess: () => drop(),
  });
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
            <p>{t(late ? 'late.other' : 'late.offer')}</p>
            <div role="alert">{handing.error ? <p>{sentence(handing.error)}</p> : null}</div>
            <div className="dialog-acts">
              {late ? null : (
                <Button type="primary" loading={handing.isPending} onClick={() => handing.mutate()}>
                  {t('late.handIn')}
                </Button>
              )}
              <Button onClick={() => setAsked(true)}>{t('undelivered.drop')}</Button>
            </div>
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
