import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Criterion } from '#domain/contest/stage-rules';
import type { FieldProblem } from '#domain/errors/field-problem';
import { useText } from '../../locales/use-text.js';
import { CriterionHint } from './criterion-hint.js';
import { halfWidth } from './half-width.js';
import { CriterionLevels } from './criterion-levels.js';
import { stepped } from './score-choices.js';
import { scoreField } from './sheet-fields.js';

interface CriterionFieldProps {
  criterion: Criterion;
  /** Whether its factor is told. */
  isWeighted: boolean;
  index: number;
  value: string;
  problem: FieldProblem | undefined;
  isReadOnly: boolean;
  inputRef: (input: HTMLInputElement | null) => void;
  /** A key of a score is part of a change; a tap is one. */
  onChange: (value: string, isTyped: boolean) => void;
  /** The focus leaves the score: what is typed next is another change. */
  onLeave: () => void;
  /** Enter goes on, Shift+Enter goes back. */
  onMove: (by: 1 | -1) => void;
  /** What is said to the criterion in words. */
  children?: ReactNode;
}

export function CriterionField(props: CriterionFieldProps) {
  const { criterion, isWeighted, index, value, problem, isReadOnly, inputRef, onChange, onLeave, onMove } = props;
  const { t } = useTranslation('judging');
  const text = useText();
  const id = useId();
  const name = text(criterion.name);
  const offered = halfWidth(value);
  const input = useRef<HTMLInputElement>(null);
  // The button that offered it is gone then: the focus goes where the score is.
  const accept = (meant: string) => {
    onChange(meant, false);
    input.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      // Full-width digits are taken over as plain ones only by this key or the button, never behind the judge's back.
      if (offered !== null) onChange(offered, false);
      else onMove(event.shiftKey ? -1 : 1);
    } else if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && !isReadOnly) {
      event.preventDefault();
      onChange(stepped(criterion, value, event.key === 'ArrowUp' ? 1 : -1), false);
    }
  };
  const stepper = (direction: 1 | -1) => (
    <button
      type="button"
      className="stepper"
      tabIndex={-1}
      disabled={isReadOnly}
      aria-label={t(direction > 0 ? 'stepUp' : 'stepDown', { name, step: criterion.step })}
      onClick={() => onChange(stepped(criterion, value, direction), false)}
    >
      {direction > 0 ? <PlusOutlined aria-hidden="true" /> : <MinusOutlined aria-hidden="true" />}
    </button>
  );
  return (
    <section className="criterion" aria-labelledby={`${id}-name`}>
      <div className="criterion-head">
        <h3 id={`${id}-name`}>
          <label htmlFor={id}>
            <span className="criterion-index">{index + 1}</span> {name}
          </label>
        </h3>
        <div className="criterion-entry">
          {stepper(-1)}
          <input
            id={id}
            ref={(element) => {
              input.current = element;
              inputRef(element);
            }}
            className="score-input"
            data-score={criterion.key}
            data-field={scoreField(criterion.key)}
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
            onKeyDown={press}
          />
          {stepper(1)}
          <span id={`${id}-range`} className="criterion-range">
            <span aria-hidden="true">{t('outOf', { maximum: criterion.maximum })}</span>
            <span className="visually-hidden">
              {t('rangeSpoken', { minimum: criterion.minimum, maximum: criterion.maximum })}
            </span>
          </span>
        </div>
      </div>
      {criterion.counted && !isWeighted ? null : (
        <p className="muted criterion-factor">
          {criterion.counted ? t('factor', { factor: criterion.factor }) : t('notCounted')}
        </p>
      )}
      <div id={`${id}-hint`} role="status">
        <CriterionHint problem={problem} offered={offered} criterion={criterion} value={value} onAccept={accept} />
      </div>
      <CriterionLevels
        criterion={criterion}
        name={name}
        value={value}
        isReadOnly={isReadOnly}
        onChoose={(chosen) => onChange(chosen, false)}
      />
      {props.children}
    </section>
  );
}
