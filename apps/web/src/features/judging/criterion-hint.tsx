import { useTranslation } from 'react-i18next';
import type { Criterion } from '#domain/contest/stage-rules';
import type { FieldProblem } from '#domain/errors/field-problem';
import { tenthOf } from '#domain/rubric/soft-hints';

interface CriterionHintProps {
  problem: FieldProblem | undefined;
  /** The same number in plain digits, where full-width ones were typed. */
  offered: string | null;
  criterion: Criterion;
  /** As typed. */
  value: string;
  onAccept: (value: string) => void;
}

/** Says what is odd about a value; the value itself changes only when the judge says so. */
export function CriterionHint({ problem, offered, criterion, value, onAccept }: CriterionHintProps) {
  const { t } = useTranslation('judging');
  if (offered !== null) {
    return (
      <p className="criterion-hint">
        {t('hint.fullWidth')}{' '}
        <button type="button" className="hint-button" onClick={() => onAccept(offered)}>
          {t('hint.useHalfWidth', { value: offered })}
        </button>
      </p>
    );
  }
  if (!problem) return null;
  const { minimum, maximum, step } = criterion;
  const tenth = tenthOf(criterion, value);
  const sentence =
    problem.code === 'score-out-of-range'
      ? t('hint.outOfRange', { minimum, maximum })
      : problem.code === 'score-off-step'
        ? t('hint.offStep', { step })
        : t('hint.notANumber');
  return (
    <p className="criterion-hint">
      {sentence}{' '}
      {tenth === null ? null : (
        <button type="button" className="hint-button" onClick={() => onAccept(tenth)}>
          {t('hint.useTenth', { value: tenth })}
        </button>
      )}
    </p>
  );
}
