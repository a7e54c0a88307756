import { Alert, Button, Modal } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StageRules } from '#domain/contest/stage-rules';
import type { FieldProblem } from '#domain/errors/field-problem';
import { isAllTheSame } from '#domain/rubric/soft-hints';
import { validateScoreSheet } from '#domain/rubric/validate-score-sheet';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import type { Assignment } from './assignments.js';
import { deductionField, isWeighted, scoreField, sheetOf, withoutBlanks } from './sheet-fields.js';
import { shownIn, useFieldNames, type NamedField } from './use-field-names.js';
import { SignatureField, type Signature } from './signature/signature-field.js';
import type { Sheet } from './use-sheet.js';
import type { Submission } from './use-submission.js';

interface ReviewDialogProps {
  assignment: Assignment;
  sheet: Sheet;
  submission: Submission;
  isOpen: boolean;
  /** The judge has decided; the draft under way comes first. */
  isHolding: boolean;
  signature: Signature | null;
  onSign: (signature: Signature | null) => void;
  onSubmit: () => void;
  onClose: () => void;
}

/** The only question a judge is asked: all scores and their total once more, then the act itself. */
export function ReviewDialog({
  assignment,
  sheet,
  submission,
  isOpen,
  isHolding,
  signature,
  onSign,
  onSubmit,
  onClose,
}: ReviewDialogProps) {
  const { t } = useTranslation('judging');
  const names = useFieldNames(assignment.rules);
  const shown = withoutBlanks(sheet.fields);
  const { sentence } = useProblemMessage();
  const confirm = useRef<HTMLButtonElement>(null);
  const { rules, entry } = assignment;
  const missing = validateScoreSheet(rules, sheetOf(sheet.fields), 'submit');
  const isSigned = rules.signature !== 'screen' || signature !== null;
  const isReady = missing.length === 0 && sheet.conflict === null && isSigned;
  const isBusy = isHolding || submission.kind === 'sending';
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
          {names.map(({ path, name, isText }) =>
            isText ? (
              <SaidRow key={path} name={name} text={shownIn(shown, path)} />
            ) : (
              <tr key={path}>
                <th scope="row">
                  {name}
                  <Weight rules={rules} path={path} />
                </th>
                <td className="number">
                  {(path === deductionField ? minus(shown[path]) : shown[path]) || t('review.none')}
                </td>
                <td className="muted number">{t('outOf', { maximum: maximumOf(rules, path) })}</td>
              </tr>
            ),
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('review.total')}</th>
            <td className="number review-total">{sheet.total.total}</td>
            <td className="muted number">{t('outOf', { maximum: sheet.total.maximum })}</td>
          </tr>
        </tfoot>
      </table>
      {isOpen && rules.signature === 'screen' ? <SignatureField value={signature} onChange={onSign} /> : null}
      <div role="alert">
        <Missing problems={missing} names={names} />
        {isReady && isAllTheSame(rules, sheetOf(sheet.fields).scores) ? (
          <Alert type="info" showIcon title={t('hint.allTheSame')} />
        ) : null}
        {submission.kind === 'refused' ? <Alert type="error" showIcon title={sentence(submission.problem)} /> : null}
      </div>
      {rules.signature === 'paper' ? <p>{t('signature.onPaper')}</p> : null}
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

function SaidRow({ name, text }: { name: string; text: string }) {
  if (text === '') return null;
  return (
    <tr>
      <td colSpan={3} className="said">
        <span className="muted">{name}</span> {text}
      </td>
    </tr>
  );
}

function Weight({ rules, path }: { rules: StageRules; path: string }) {
  const { t } = useTranslation('judging');
  const criterion = rules.rubric.criteria.find(({ key }) => scoreField(key) === path);
  if (!criterion?.counted || !isWeighted(rules)) return null;
  return <span className="muted"> {t('review.weight', { factor: criterion.factor })}</span>;
}

const maximumOf = ({ rubric, deductions }: StageRules, path: string) =>
  rubric.criteria.find(({ key }) => scoreField(key) === path)?.maximum ?? deductions?.maximum;

const minus = (points: string | undefined) => points && `−${points}`;

/** Says how many scores are missing, and which of the other fields. */
function Missing({ problems, names }: { problems: readonly FieldProblem[]; names: readonly NamedField[] }) {
  const { t } = useTranslation('judging');
  const scores = names.filter(({ isText, path }) => !isText && path !== deductionField).map(({ path }) => path);
  const count = problems.filter(({ path }) => scores.includes(path)).length;
  const others = names.filter(
    ({ path }) => !scores.includes(path) && problems.some((problem) => problem.path === path),
  );
  return (
    <>
      {count > 0 ? <Alert type="warning" showIcon title={t('review.missing', { count })} /> : null}
      {others.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={t('review.missingFields', { fields: others.map(({ name }) => name).join(t('review.and')) })}
        />
      ) : null}
    </>
  );
}
