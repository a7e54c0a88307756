import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CoreField, FormDefinition, FormField } from '#domain/form/form-definition';
import { type GivenAnswers, isRequired, visibleSections } from '#domain/form/form-visibility';
import { useText } from '../../../locales/use-text.js';
import type { PublicEdition } from '../../contest/public-editions.js';
import { ClassificationFields } from '../classification-fields.js';
import { coreAnswersOf, type EntryFields } from '../entry-fields.js';
import { EntryTextFields } from '../entry-text-fields.js';
import { LandingFields } from '../landing-fields.js';
import { MemberFields } from '../member-fields.js';
import { NominatingBodyField } from '../nominating-body-field.js';
import { OwnFieldItem } from './own-field-item.js';

interface FormSectionsProps {
  edition: PublicEdition;
  definition: FormDefinition;
  isReadOnly: boolean;
}

/** The sections that the answers so far call for, each field as its kind is answered. */
export function FormSections({ edition, definition, isReadOnly }: FormSectionsProps) {
  const text = useText();
  const form = Form.useFormInstance<EntryFields>();
  const fields = (Form.useWatch((values: EntryFields) => values, { form, preserve: true }) ??
    {}) as Partial<EntryFields>;
  const given: GivenAnswers = { core: coreAnswersOf(fields), answers: fields.formAnswers ?? {} };
  return visibleSections(definition, given).map(({ section, fields: visible }) => (
    <fieldset key={section.key} id={`section-${section.key}`}>
      <legend>{text(section.title)}</legend>
      {section.help ? <p className="muted">{text(section.help)}</p> : null}
      {visible.map((field) => (
        <FieldOfForm
          key={field.key}
          field={field}
          edition={edition}
          isNeeded={isRequired(field, definition, given)}
          isReadOnly={isReadOnly}
        />
      ))}
    </fieldset>
  ));
}

interface FieldOfFormProps {
  field: FormField;
  edition: PublicEdition;
  isNeeded: boolean;
  isReadOnly: boolean;
}

function FieldOfForm({ field, edition, isNeeded, isReadOnly }: FieldOfFormProps) {
  if (field.kind !== 'core') return <OwnFieldItem field={field} isNeeded={isNeeded} isReadOnly={isReadOnly} />;
  return <CoreBlockFields field={field} edition={edition} isNeeded={isNeeded} isReadOnly={isReadOnly} />;
}

function CoreBlockFields({ field, edition, isNeeded, isReadOnly }: FieldOfFormProps & { field: CoreField }) {
  const { t } = useTranslation('submission');
  switch (field.key) {
    case 'classification':
      return <ClassificationFields edition={edition} />;
    case 'description':
      return <EntryTextFields isSummaryNeeded={isNeeded} />;
    case 'nominating-body':
      return <NominatingBodyField isNeeded={isNeeded} />;
    case 'team':
      return <MemberFields isReadOnly={isReadOnly} />;
    case 'landing':
      return (
        <>
          {isNeeded ? <p className="muted">{t('landingNeeded')}</p> : null}
          <LandingFields />
        </>
      );
  }
}
