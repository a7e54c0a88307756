import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useReadingPreferences } from '../identity/use-reading-preferences.js';
import { myAssignmentsQuery, nextUntouched, type Assignment } from './assignments.js';
import { ConflictDialog } from './conflict-dialog.js';
import { DeviceNote } from './device-note.js';
import { EntryPane } from './entry-pane.js';
import { OwnScores } from './own-scores.js';
import { ReceiptPanel } from './receipt-panel.js';
import { ReviewDialog } from './review-dialog.js';
import type { Signature } from './signature/signature-field.js';
import { SheetBar } from './sheet-bar.js';
import { SheetNotes } from './sheet-notes.js';
import { SheetLayout } from './divider/sheet-layout.js';
import { SheetForm } from './sheet-form.js';
import { ShortcutsDialog } from './shortcuts-dialog.js';
import { useHeldSubmit } from './use-held-submit.js';
import { focusField, useScoreFocus } from './use-score-focus.js';
import { useSheet } from './use-sheet.js';
import { useShortcuts } from './use-shortcuts.js';
import { useSubmission } from './use-submission.js';
import { WaitingPanel } from './waiting-panel.js';

export function ScoreSheet({ assignment }: { assignment: Assignment }) {
  const { t } = useTranslation('judging');
  const navigate = useNavigate();
  const sheet = useSheet(assignment);
  const [signature, sign] = useState<Signature | null>(null);
  const { state, submit, reset, takeBack } = useSubmission(
    assignment,
    { revision: sheet.seenRevision, signature },
    {
      onDone: sheet.settle,
      onOvertaken: () => {
        // Both versions side by side take the place of the question whether to submit one of them.
        setDialog(null);
        reset();
      },
      onLate: () => {
        setDialog(null);
        sheet.drop();
      },
    },
  );
  // What was given on the sheet before this one belongs to the judge's own totals already.
  const list = useQuery({ ...myAssignmentsQuery, refetchOnMount: 'always' });
  const [dialog, setDialog] = useState<'review' | 'help' | null>(null);
  const [{ singleKeys }, changePreferences] = useReadingPreferences();
  const held = useHeldSubmit(sheet, dialog === 'review', submit);
  const { criteria } = assignment.rules.rubric;
  const focus = useScoreFocus(criteria.map(({ key }) => key));
  const [isDone, isWaiting] = [state.kind === 'done', state.kind === 'waiting'];
  const isWritable = assignment.window.isOpen && !isWaiting;
  // What waits is no question any more; taken back, it is edited first.
  if (isWaiting && dialog === 'review') setDialog(null);

  const review = () => {
    if (!isWritable || sheet.conflict) return;
    reset();
    // Each look at the scores is an act of its own, signed anew.
    sign(null);
    setDialog('review');
    void sheet.hold();
  };
  const goTo = (publicId: string | null) => {
    if (publicId !== null) void navigate(`/judging/${publicId}`);
  };
  const undo = () => {
    const field = isWritable ? sheet.changes.undo() : null;
    // What changed must not change out of sight.
    if (field !== null) focusField(field);
  };
  useShortcuts(singleKeys, {
    next: () => goTo(assignment.next),
    previous: () => goTo(assignment.previous),
    help: () => setDialog('help'),
    review,
    digit: () => focus.first(sheet.fields),
    undo,
  });

  return (
    <SheetLayout entry={<EntryPane assignment={assignment} />}>
      <div className="sheet" role="group" aria-label={t('sheetTitle')}>
        <DeviceNote />
        <WaitingPanel
          publicId={assignment.publicId}
          state={state}
          isAsked={dialog === 'review'}
          next={nextUntouched(list.data, assignment.publicId)}
          onTakeBack={takeBack}
        />
        <SheetNotes assignment={assignment} sheet={sheet} isDone={isDone} />
        {state.kind === 'done' ? (
          <ReceiptPanel receipt={state.receipt} next={nextUntouched(list.data, assignment.publicId)} />
        ) : null}
        <OwnScores
          list={list.data}
          publicId={assignment.publicId}
          total={sheet.total.total}
          isComplete={sheet.total.scored === sheet.total.of}
        />
        <SheetForm
          assignment={assignment}
          sheet={sheet}
          focus={focus}
          isReadOnly={!isWritable}
          onChange={() => {
            if (!isDone) return;
            reset();
            // Scoring on after a receipt is no wish to submit once more.
            setDialog(null);
          }}
        />
        <SheetBar
          assignment={assignment}
          sheet={sheet}
          onUndo={undo}
          buttonRef={focus.after}
          onReview={isWaiting || sheet.conflict ? null : review}
          onHelp={() => setDialog('help')}
        />
      </div>
      <ReviewDialog
        assignment={assignment}
        sheet={sheet}
        submission={state}
        isOpen={dialog === 'review' && !isDone}
        isHolding={held.isHolding}
        signature={signature}
        onSign={sign}
        onSubmit={held.ask}
        onClose={() => {
          reset();
          setDialog(null);
          sheet.resume();
        }}
      />
      <ShortcutsDialog
        isOpen={dialog === 'help'}
        isOn={singleKeys}
        onSwitch={(isOn) => void changePreferences({ singleKeys: isOn })}
        onClose={() => setDialog(null)}
      />
      <ConflictDialog assignment={assignment} sheet={sheet} />
    </SheetLayout>
  );
}
