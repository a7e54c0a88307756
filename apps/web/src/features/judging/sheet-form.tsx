import { useTranslation } from 'react-i18next';
import { isAllTheSame } from '#domain/rubric/soft-hints';
import { useText } from '../../locales/use-text.js';
import type { Assignment } from './assignments.js';
import { CommentField } from './comment-field.js';
import { CommentLanguage } from './comment-language.js';
import { CriterionField } from './criterion-field.js';
import { DeductionField } from './deduction-field.js';
import {
  asksForWords,
  commentField,
  deductionField,
  languageField,
  overallField,
  reasonField,
  scoreField,
  sheetOf,
  isWeighted,
} from './sheet-fields.js';
import type { ScoreFocus } from './use-score-focus.js';
import type { Sheet } from './use-sheet.js';

interface SheetFormProps {
  assignment: Assignment;
  sheet: Sheet;
  focus: ScoreFocus;
  isReadOnly: boolean;
  /** Before each change of the judge's own. */
  onChange: () => void;
}

/** All that a judge gives and says: each criterion, then what concerns the entry as a whole. */
export function SheetForm({ assignment, sheet, focus, isReadOnly, onChange }: SheetFormProps) {
  const { t } = useTranslation('judging');
  const text = useText();
  const { rules } = assignment;
  const { criteria } = rules.rubric;
  const bind = (path: string) => ({
    path,
    value: sheet.fields[path] ?? '',
    problem: sheet.problems.find((problem) => problem.path === path),
    isReadOnly,
    onChange: (value: string, isTyped = true) => {
      onChange();
      sheet.changes.set(path, value, isTyped);
    },
    onLeave: sheet.changes.endTyping,
  });
  return (
    <>
      {criteria.map((criterion, index) => (
        <CriterionField
          key={criterion.key}
          {...bind(scoreField(criterion.key))}
          criterion={criterion}
          isWeighted={isWeighted(rules)}
          index={index}
          inputRef={focus.register(criterion.key)}
          onMove={(by) => focus.at(index + by)}
        >
          {rules.comments?.criteria ? (
            <CommentField
              {...bind(commentField(criterion.key))}
              label={t('comment.of', { name: text(criterion.name) })}
              need={rules.comments.criteria}
            />
          ) : null}
        </CriterionField>
      ))}
      <div role="status">
        {isAllTheSame(rules, sheetOf(sheet.fields).scores) ? (
          <p className="criterion-hint">{t('hint.allTheSame')}</p>
        ) : null}
      </div>
      {rules.deductions ? (
        <section className="criterion" aria-label={t('deduction.name')}>
          <DeductionField {...bind(deductionField)} maximum={rules.deductions.maximum} />
          <CommentField
            {...bind(reasonField)}
            label={t('deduction.reason')}
            need={sheetOf(sheet.fields).deduction === undefined ? 'optional' : 'required'}
          />
        </section>
      ) : null}
      {asksForWords(rules) ? (
        <section className="criterion" aria-label={t('comment.title')}>
          {rules.comments?.overall ? (
            <CommentField {...bind(overallField)} label={t('comment.overall')} need={rules.comments.overall} />
          ) : null}
          <CommentLanguage {...bind(languageField)} />
        </section>
      ) : null}
    </>
  );
}
