import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommentNeed } from '#domain/contest/stage-rules';
import { commentLength } from '#domain/rubric/score-sheet';
import type { FieldProblem } from '#domain/errors/field-problem';
import './comment-field.css';

interface CommentFieldProps {
  path: string;
  label: string;
  need: CommentNeed;
  value: string;
  problem: FieldProblem | undefined;
  isReadOnly: boolean;
  onChange: (value: string) => void;
  onLeave: () => void;
}

/** What is said in words: as many lines as it needs, and told when it is too long rather than cut off. */
export function CommentField({ path, label, need, value, problem, isReadOnly, onChange, onLeave }: CommentFieldProps) {
  const { t } = useTranslation('judging');
  const id = useId();
  return (
    <div className="comment-field">
      <label htmlFor={id}>
        {label} <span className="muted">{t(`comment.${need}`)}</span>
      </label>
      <Input.TextArea
        id={id}
        data-field={path}
        autoSize={{ minRows: 2, maxRows: 12 }}
        value={value}
        readOnly={isReadOnly}
        aria-required={need === 'required'}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
      />
      <div id={`${id}-hint`} role="status">
        {problem ? (
          <p className="criterion-hint">
            {problem.code === 'comment-too-long'
              ? t('comment.tooLong', { length: [...value].length, maximum: commentLength })
              : t('comment.unreadable')}
          </p>
        ) : null}
      </div>
    </div>
  );
}
