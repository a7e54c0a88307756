import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { newIntention } from '../../api/client.js';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { useDevicePlace } from '../../device/use-device-place.js';
import { focusIfLost } from '../../ui/use-focus-after.js';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import { assignmentQuery, type Assignment } from './assignments.js';
import { keptSheet } from './kept-sheet.js';
import { handIn } from './late-sheet.js';
import { fieldsOf, sheetOf, type SheetFields } from './sheet-fields.js';
import { revisionOf, sendable } from './sheet-start.js';
import { VersionTable } from './version-table.js';

/** What the page rests on is no longer what the server holds. */
const isOvertaken: ReadonlySet<string> = new Set(['revision-stale', 'late-sheet-handed-in']);

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
  const { sentence, show } = useProblemMessage();
  const handing = useMutation({
    mutationFn: () => {
      const typedAt = keptSheet.read(publicId)?.typedAt;
      // The judge sees beside it what was submitted last.
      const typed = { sheet: sheetOf(sendable(assignment, fields)), revision: revisionOf(assignment), typedAt };
      return handIn(publicId, typed, key);
    },
    onSuccess: () => drop(),
    onError: async (error) => {
      if (!(error instanceof ApiProblem) || !isOvertaken.has(error.code)) return;
      // Another device was first: the sheet opens with what it left, and these scores stay kept beside it.
      show(error);
      await openAnew();
    },
  });
  const drop = async () => {
    onDrop();
    await openAnew();
  };
  // With what the server holds.
  const openAnew = async () => {
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
            {late ? (
              <VersionTable
                rules={assignment.rules}
                mine={fields}
                stored={fieldsOf(late)}
                storedAt={t('late.atOffice')}
              />
            ) : null}
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
        <p>
          <strong>{t('sheetTitleOf', { position: assignment.position, title: assignment.entry.title })}</strong>
        </p>
        <p>{t('undelivered.dropText')}</p>
      </ConfirmDialog>
    </>
  );
}
