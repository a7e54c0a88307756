import { Alert, Button, Modal } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isAllTheSame } from '#domain/rubric/soft-hints';
import { validateScoreSheet } from '#domain/rubric/validate-score-sheet';
import { useText } from '../../locales/use-text.js';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import type { Assignment } from './assignments.js';
import { scoreField, sheetOf } from './sheet-fields.js';
import type { Sheet } from './use-sheet.js';
import type { Submission } from './use-submission.js';

interface ReviewDialogProps {
  assignment: Assignment;
  sheet: Sheet;
  submission: Submission;
  isOpen: boolean;
  onSubmit: () => void;
  onClose: () => void;
}

/** The only question a judge is asked: all scores and their total once more, then the act itself. */
export function ReviewDialog({ assignment, sheet, submission, isOpen, onSubmit, onClose }: ReviewDialogProps) {
  const { t } = useTranslation('judging');
  const text = useText();
  const { sentence } = useProblemMessage();
  const confirm = useRef<HTMLButtonElement>(null);
  const { rules, entry } = assignment;
  const missing = validateScoreSheet(rules, sheetOf(sheet.fields), 'submit');
  const isReady = missing.length === 0 && sheet.conflict === null;
  const isBusy = submission.kind === 'sending';
  useSubmitKey(isOpen && isReady && !isBusy, onSubmit);
  return (
    <Modal
      open={isOpen}
      title={t('review.title')}
      onCancel={onClose}
      // After a submission the focus belongs to the way on, not to the button that opened this dialog.
      focusable={{ focusTriggerAfterClose: submission.kind !== 'done' }}
      mask={{ closable: false }}
      afterOpenChange={(isShown) => isShown && confirm.current?.focus()}
      footer={
        <div className="dialog-acts">
          <Button onClick={onClose}>{t('review.back')}</Button>
          <Button ref={confirm} type="primary" disabled={!isReady} loading={isBusy} onClick={onSubmit}>
            {t('review.submit')}
          </Button>
        </div>
      }
    >
      <p>{entry.title}</p>
      <table className="review-table">
        <tbody>
          {rules.rubric.criteria.map(({ key, name, maximum, factor }) => (
            <tr key={key}>
              <th scope="row">
                {text(name)}
                {factor === '1' ? null : <span className="muted"> {t('review.weight', { factor })}</span>}
              </th>
              <td className="number">{sheet.fields[scoreField(key)] || t('review.none')}</td>
              <td className="muted number">{t('outOf', { maximum })}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('review.total')}</th>
            <td className="number review-total">{sheet.total.total}</td>
            <td className="muted number">{t('outOf', { maximum: sheet.total.maximum })}</td>
          </tr>
        </tfoot>
      </table>
      <div role="alert">
        {missing.length > 0 ? (
          <Alert type="warning" showIcon title={t('review.missing', { count: missing.length })} />
        ) : null}
        {isReady && isAllTheSame(rules, sheetOf(sheet.fields).scores) ? (
          <Alert type="info" showIcon title={t('hint.allTheSame')} />
        ) : null}
        {submission.kind === 'refused' ? <Alert type="error" showIcon title={sentence(submission.problem)} /> : null}
      </div>
      <p className="muted">{t(assignment.unlockedUntil === null ? 'review.note' : 'review.noteOnce')}</p>
    </Modal>
  );
}

/** Ctrl+Enter submits from anywhere in the dialog; a key held down since it opened does not. */
function useSubmitKey(isOn: boolean, submit: () => void): void {
  useEffect(() => {
    if (!isOn) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.repeat || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      submit();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [isOn, submit]);
}
