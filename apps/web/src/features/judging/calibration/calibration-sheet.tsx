import { Button } from 'antd';
import { useEffect, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { StageRules } from '#domain/contest/stage-rules';
import { calibrationProblems } from '#domain/rubric/calibration';
import { sheetTotal } from '#domain/rubric/sheet-total';
import { validateScoreSheet } from '#domain/rubric/validate-score-sheet';
import { answer, api } from '../../../api/client.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { useAct } from '../../../ui/use-act.js';
import { CriterionField } from '../criterion-field.js';
import { isWeighted, scoreField, sheetOf, type SheetFields } from '../sheet-fields.js';
import { useScoreFocus, type ScoreFocus } from '../use-score-focus.js';
import { calibrationKeys, keptCalibration, type Calibration } from './queries.js';

/** The judge's scores of a calibration entry: submitted once, as the reference is shown afterwards. */
export function CalibrationSheet({ calibration }: { calibration: Calibration }) {
  const { t } = useTranslation('judging');
  const { publicId, rules, rulesHash, isOpen } = calibration;
  const [fields, setFields] = useState<SheetFields>(() => keptCalibration.read(publicId)?.value ?? {});
  const [isAsked, setAsked] = useState(false);
  const { criteria } = rules.rubric;
  const focus = useScoreFocus(criteria.map(({ key }) => key));
  const sheet = { scores: sheetOf(fields).scores };
  const missing = calibrationProblems(rules, sheet.scores).length;
  const { total, maximum } = sheetTotal(rules, sheet);
  useEffect(() => keptCalibration.hold(publicId, fields, 0), [publicId, fields]);
  const { run, isPending, error, reset } = useAct(
    (body: { scores: Record<string, string>; rulesHash: string }, key) =>
      answer(
        api.POST('/api/v1/calibrations/{publicId}/submissions', {
          params: { path: { publicId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    calibrationKeys,
    () => keptCalibration.forget(publicId),
  );
  return (
    <>
      <p>{t('calibration.lead')}</p>
      <CalibrationFields
        rules={rules}
        fields={fields}
        focus={focus}
        isReadOnly={!isOpen}
        onChange={(path, value) => setFields((now) => ({ ...now, [path]: value }))}
      />
      <p className="calibration-total">
        <span className="sheet-total-number">{total}</span> <span className="muted">{t('outOf', { maximum })}</span>
      </p>
      <CalibrationAct buttonRef={focus.after} isOpen={isOpen} missing={missing} onAsk={() => setAsked(true)} />
      <ConfirmDialog
        isOpen={isAsked}
        title={t('calibration.submitTitle')}
        act={t('calibration.submit')}
        isBusy={isPending}
        error={error}
        onConfirm={() => run({ scores: sheet.scores, rulesHash })}
        onClose={() => {
          reset();
          setAsked(false);
        }}
      >
        <p>{t('calibration.submitText', { total })}</p>
      </ConfirmDialog>
    </>
  );
}

interface CalibrationFieldsProps {
  rules: StageRules;
  fields: SheetFields;
  focus: ScoreFocus;
  isReadOnly: boolean;
  onChange: (path: string, value: string) => void;
}

function CalibrationFields({ rules, fields, focus, isReadOnly, onChange }: CalibrationFieldsProps) {
  const problems = validateScoreSheet(rules, { scores: sheetOf(fields).scores }, 'draft');
  return rules.rubric.criteria.map((criterion, index) => {
    const path = scoreField(criterion.key);
    return (
      <CriterionField
        key={path}
        criterion={criterion}
        isWeighted={isWeighted(rules)}
        index={index}
        value={fields[path] ?? ''}
        problem={problems.find((problem) => problem.path === path)}
        isReadOnly={isReadOnly}
        inputRef={focus.register(criterion.key)}
        onChange={(value) => onChange(path, value)}
        onLeave={() => undefined}
        onMove={(by) => focus.at(index + by)}
      />
    );
  });
}

interface CalibrationActProps {
  buttonRef: Ref<HTMLButtonElement>;
  isOpen: boolean;
  /** How many criteria have no valid score. */
  missing: number;
  onAsk: () => void;
}

function CalibrationAct({ buttonRef, isOpen, missing, onAsk }: CalibrationActProps) {
  const { t } = useTranslation('judging');
  if (!isOpen) return <p className="muted">{t('windowClosed')}</p>;
  return (
    <>
      {missing > 0 ? <p className="muted">{t('review.missing', { count: missing })}</p> : null}
      <Button ref={buttonRef} type="primary" className="calibration-submit" disabled={missing > 0} onClick={onAsk}>
        {t('calibration.submit')}
      </Button>
    </>
  );
}
