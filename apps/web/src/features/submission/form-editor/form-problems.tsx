import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { fieldProblemTexts } from '#domain/errors/field-problem-texts';
import type { FieldProblem } from '#domain/errors/field-problem';
import type { FormDefinition } from '#domain/form/form-definition';
import { useLocale, useText } from '../../../locales/use-text.js';
import type { FieldPlace } from './edit-document.js';

interface FormProblemsProps {
  problems: readonly FieldProblem[];
  form: FormDefinition;
  onEdit: (place: FieldPlace) => void;
  onEditSection: (at: number) => void;
}

/** What still keeps the form from being published, each with the way to it. */
export function FormProblems({ problems, form, onEdit, onEditSection }: FormProblemsProps) {
  const { t } = useTranslation('forms');
  const locale = useLocale();
  const text = useText();
  if (problems.length === 0) return null;
  const sentence = ({ code, details }: FieldProblem) =>
    fieldProblemTexts[code][locale].replace(/\{(\w+)\}/g, (_, name: string) => String(details[name]));
  return (
    <div role="status">
      <Alert
        type="warning"
        showIcon
        className="form-problems"
        title={t('problems', { count: problems.length })}
        description={
          <ul>
            {problems.map((problem) => {
              const place = placeOf(problem.path);
              const field = place && form.sections[place.section]?.fields[place.field];
              const section = sectionOf(problem.path);
              return (
                <li key={`${problem.path} ${sentence(problem)}`}>
                  {place && field ? (
                    <button type="button" className="link-button" onClick={() => onEdit(place)}>
                      {field.kind === 'core' ? t(`core.${field.key}`) : text(field.label) || field.key}
                    </button>
                  ) : section !== null ? (
                    <button type="button" className="link-button" onClick={() => onEditSection(section)}>
                      {text(form.sections[section]?.title)}
                    </button>
                  ) : null}
                  {field || section !== null ? t('colon') : null}
                  {sentence(problem)}
                </li>
              );
            })}
          </ul>
        }
      />
    </div>
  );
}

/** The section that a path lies in without lying in one of its fields; null where it lies in none. */
function sectionOf(path: string): number | null {
  const [, section] = /^sections\[(\d+)\]\.(?!fields\[)/.exec(path) ?? [];
  return section === undefined ? null : Number(section);
}

/** The field that a path lies in; null where it lies in none. */
export function placeOf(path: string): FieldPlace | null {
  const [, section, field] = /^sections\[(\d+)\]\.fields\[(\d+)\]/.exec(path) ?? [];
  return section === undefined ? null : { section: Number(section), field: Number(field) };
}
