import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Assignment } from './assignments.js';
import { DroppedFields } from './dropped-fields.js';
import { LateNote } from './late-note.js';
import { Undelivered } from './undelivered.js';
import type { Sheet } from './use-sheet.js';

/** What a judge has to know of a sheet before scoring on: that it is asked for again, came too late, or is not delivered. */
export function SheetNotes({ assignment, sheet, isDone }: { assignment: Assignment; sheet: Sheet; isDone: boolean }) {
  const { t } = useTranslation('judging');
  return (
    <>
      <DroppedFields
        rules={assignment.rules}
        dropped={sheet.dropped}
        onGoOn={sheet.isHeldBack ? sheet.goOnWithoutDropped : null}
      />
      {assignment.asksAgain && !isDone ? (
        <Alert type="info" showIcon role="status" className="undelivered" title={t('reReview.told')} />
      ) : null}
      {assignment.late ? (
        <LateNote late={assignment.late} isOpen={assignment.window.isOpen} hasOther={sheet.isUndelivered} />
      ) : null}
      {sheet.isUndelivered ? <Undelivered assignment={assignment} fields={sheet.fields} onDrop={sheet.drop} /> : null}
    </>
  );
}
