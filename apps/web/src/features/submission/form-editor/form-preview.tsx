import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FormDefinition } from '#domain/form/form-definition';
import type { PublicEdition } from '../../contest/public-editions.js';
import { emptyFields, type EntryFields } from '../entry-fields.js';
import { FormSections } from '../form/form-sections.js';

interface FormPreviewProps {
  edition: PublicEdition;
  form: FormDefinition;
}

/** The form as a team meets it; what is typed here is kept nowhere, and shows what conditions do. */
export function FormPreview({ edition, form }: FormPreviewProps) {
  const { t } = useTranslation('forms');
  const [instance] = Form.useForm<EntryFields>();
  return (
    <section className="form-preview" aria-labelledby="form-preview-title">
      <h2 id="form-preview-title">{t('preview')}</h2>
      <p className="muted">{t('previewNote')}</p>
      <Form<EntryFields> form={instance} className="entry-form" layout="vertical" initialValues={emptyFields()}>
        <FormSections edition={edition} definition={form} isReadOnly={false} />
      </Form>
    </section>
  );
}
