import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FormDefinition } from '#domain/form/form-definition';
import { type EntryFill, formProgress } from '#domain/form/validate-answers';
import { useText } from '../../../locales/use-text.js';
import { StateMark } from '../../../ui/state-mark.js';
import { coreAnswersOf, type EntryFields, trimmedAnswers } from '../entry-fields.js';

interface FormProgressPanelProps {
  definition: FormDefinition;
  /** How many files stand at each file field. */
  files: Readonly<Record<string, number>>;
}

/** What the entry still lacks, section by section; each line leads to its section. */
export function FormProgressPanel({ definition, files }: FormProgressPanelProps) {
  const { t } = useTranslation('submission');
  const text = useText();
  const form = Form.useFormInstance<EntryFields>();
  const fields = (Form.useWatch((values: EntryFields) => values, { form, preserve: true }) ??
    {}) as Partial<EntryFields>;
  const titles = new Map(definition.sections.map(({ key, title }) => [key, title]));
  const sections = formProgress(definition, { ...fillOf(fields), files });
  const open = sections.reduce((sum, section) => sum + section.open.length, 0);
  return (
    <nav className="form-progress" aria-label={t('form.progress')}>
      <p role="status">
        <StateMark tone={open === 0 ? 'done' : 'attention'}>
          {open === 0 ? t('form.progressDone') : t('form.progressOpen', { count: open })}
        </StateMark>
      </p>
      <ol>
        {sections.map((section) => (
          <li key={section.key}>
            <a href={`#section-${section.key}`}>{text(titles.get(section.key))}</a>{' '}
            <span className="muted">
              {section.open.length === 0
                ? t('form.sectionDone')
                : t('form.sectionOpen', { count: section.open.length })}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function fillOf(fields: Partial<EntryFields>): Omit<EntryFill, 'files'> {
  const has = (text: string | undefined) => Boolean(text?.trim());
  const blocks = {
    classification: has(fields.trackKey) && has(fields.countryCode),
    description: has(fields.summary),
    'nominating-body': has(fields.nominatingBody),
    team: (fields.members ?? []).some(({ name }) => has(name)),
    landing: fields.declares === true,
  };
  return {
    core: coreAnswersOf(fields),
    answers: trimmedAnswers(fields.formAnswers ?? {}),
    filledBlocks: new Set(Object.entries(blocks).flatMap(([block, isFilled]) => (isFilled ? [block] : []))),
  };
}
