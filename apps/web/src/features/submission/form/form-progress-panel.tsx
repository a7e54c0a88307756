import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FormDefinition } from '#domain/form/form-definition';
import { formProgress } from '#domain/form/validate-answers';
import { useText } from '../../../locales/use-text.js';
import { StateMark } from '../../../ui/state-mark.js';
import type { PublicEdition } from '../../contest/public-editions.js';
import type { EntryFields } from '../entry-fields.js';
import { sectionOfPath } from '../entry-paths.js';
import { entryFill } from './entry-fill.js';

interface FormProgressPanelProps {
  edition: PublicEdition;
  definition: FormDefinition;
  /** How many files stand at each file field. */
  files: Readonly<Record<string, number>>;
  /** Paths of what the server has refused. */
  refused: readonly string[];
}

/** What the entry still lacks, section by section; each line leads to its section. */
export function FormProgressPanel({ edition, definition, files, refused }: FormProgressPanelProps) {
  const { t } = useTranslation('submission');
  const text = useText();
  const form = Form.useFormInstance<EntryFields>();
  const fields = (Form.useWatch((values: EntryFields) => values, { form, preserve: true }) ??
    {}) as Partial<EntryFields>;
  const titles = new Map(definition.sections.map(({ key, title }) => [key, title]));
  const sections = formProgress(definition, entryFill(fields, files, edition));
  const wrong = refused.map((path) => sectionOfPath(definition, path));
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
            {wrong.includes(section.key) ? (
              <StateMark tone="danger">{t('form.sectionWrong')}</StateMark>
            ) : (
              <span className="muted">
                {section.open.length === 0
                  ? t('form.sectionDone')
                  : t('form.sectionOpen', { count: section.open.length })}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
