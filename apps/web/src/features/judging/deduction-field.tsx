import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProblem } from '#domain/errors/field-problem';
import { halfWidth } from './half-width.js';
import { deductionField } from './sheet-fields.js';

interface DeductionFieldProps {
  /** Decimal string. */
  maximum: string;
  value: string;
  problem: FieldProblem | undefined;
  isReadOnly: boolean;
  onChange: (value: string, isTyped: boolean) => void;
  onLeave: () => void;
}

/** Points taken off the total, where the rules know such; the reason stands below it. */
export function DeductionField({ maximum, value, problem, isReadOnly, onChange, onLeave }: DeductionFieldProps) {
  const { t } = useTranslation('judging');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const offered = halfWidth(value);
  const accept = () => {
    if (offered === null) return;
    onChange(offered, false);
    // The button that offered it is gone then: the focus goes where the number is.
    input.current?.focus();
  };
  return (
    <>
      <div className="criterion-head">
        <h3>
          <label htmlFor={id}>{t('deduction.name')}</label>
        </h3>
        <div className="criterion-entry">
          <input
            id={id}
            ref={input}
            className="score-input"
            data-field={deductionField}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            maxLength={12}
            value={value}
            readOnly={isReadOnly}
            aria-invalid={problem !== undefined || offered !== null}
            aria-describedby={`${id}-range ${id}-hint`}
            onChange={(event) => onChange(event.target.value.trim(), true)}
            onBlur={onLeave}
            onFocus={(event) => event.target.select()}
            onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && accept()}
          />
        </div>
      </div>
      <p id={`${id}-range`} className="muted criterion-factor">
        {t('deduction.range', { maximum })}
      </p>
      <div id={`${id}-hint`} role="status">
        {offered !== null ? (
          <p className="criterion-hint">
            {t('hint.fullWidth')}{' '}
            <button type="button" className="hint-button" onClick={accept}>
              {t('hint.useHalfWidth', { value: offered })}
            </button>
          </p>
        ) : problem ? (
          <p className="criterion-hint">{t('deduction.hint', { maximum })}</p>
        ) : null}
      </div>
    </>
  );
}
