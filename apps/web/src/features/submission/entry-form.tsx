import { Alert, Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import type { PublicEdition } from '../contest/public-editions.js';
import { ClassificationFields } from './classification-fields.js';
import { EntryTextFields } from './entry-text-fields.js';
import { answersOf, emptyFields, fieldsOf, type EntryFields } from './entry-fields.js';
import { LandingFields } from './landing-fields.js';
import { MemberFields } from './member-fields.js';
import type { EntryAnswers } from './queries.js';

interface EntryFormProps {
  edition: PublicEdition;
  initial: EntryAnswers | null;
  isReadOnly?: boolean;
  act: string;
  isBusy: boolean;
  error: Error | null;
  onSave: (answers: EntryAnswers) => void;
}

/** One long form in four parts, saved as a draft as often as wanted; submitting is an act of its own. */
export function EntryForm({ edition, initial, isReadOnly = false, act, isBusy, error, onSave }: EntryFormProps) {
  const { t } = useTranslation('submission');
  const { sentence } = useProblemMessage();
  const [form] = Form.useForm<EntryFields>();
  return (
    <Form<EntryFields>
      form={form}
      className="entry-form"
      layout="vertical"
      disabled={isReadOnly}
      scrollToFirstError={{ block: 'center', focus: true }}
      initialValues={initial ? fieldsOf(initial) : emptyFields()}
      onFinish={(fields) => onSave(answersOf(fields, edition))}
    >
      <ClassificationFields edition={edition} />
      <EntryTextFields />
      <MemberFields isReadOnly={isReadOnly} />
      <LandingFields />
      <div role="alert">
        {error ? <Alert type="error" showIcon title={sentence(error)} className="form-fault" /> : null}
      </div>
      {isReadOnly ? null : (
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {act}
        </Button>
      )}
      <p className="muted">{isReadOnly ? t('readOnly') : t('draftNote')}</p>
    </Form>
  );
}
