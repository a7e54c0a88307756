import { Alert, Button, Form } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.js';
import { StateMark } from '../../ui/state-mark.js';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import type { FormDefinition } from '#domain/form/form-definition';
import type { PublicEdition } from '../contest/public-editions.js';
import type { EntryFields } from './entry-fields.js';
import { fieldOfPath, usePathLabel } from './entry-paths.js';
import { FormProgressPanel } from './form/form-progress-panel.js';
import { FormSections } from './form/form-sections.js';
import { useUnsavedEdits } from './unsaved-edits.js';
import type { EntryEdits } from './use-entry-edits.js';

interface EntryFormProps {
  edition: PublicEdition;
  definition: FormDefinition;
  /** How many files stand at each file field. */
  files?: Readonly<Record<string, number>>;
  edits: EntryEdits;
  isReadOnly?: boolean;
  act: string;
  /** What saving means. */
  note?: ReactNode;
  /** When the server last took what stands here. */
  saved?: ReactNode;
  /** Where a draft is that keeps itself: then nothing is lost by leaving, and nobody is asked. */
  keeping?: ReactNode;
  isBusy: boolean;
  error: Error | null;
  onSave: () => void;
  onInvalid?: () => void;
}

/** One long form in the parts that the edition gives it, saved as often as wanted; submitting is an act of its own. */
export function EntryForm({
  edition,
  definition,
  files = {},
  edits,
  isReadOnly = false,
  act,
  ...save
}: EntryFormProps) {
  const { note, saved, keeping, isBusy, error, onSave, onInvalid } = save;
  const { t } = useTranslation('submission');
  const { sentence } = useProblemMessage();
  const labelOf = usePathLabel(definition);
  const refused = error instanceof ApiProblem ? error.fields.map(({ path }) => path) : [];
  const fault = useRef<HTMLDivElement>(null);
  const { form, fields, isDirty, changed } = edits;
  useUnsavedEdits(isDirty && !isReadOnly && keeping === undefined);
  useEffect(() => {
    if (!error) return;
    const problems = error instanceof ApiProblem ? error.fields : [];
    form.setFields(
      problems.map(({ path, detail }) => ({ name: fieldOfPath(path) as [keyof EntryFields], errors: [detail] })),
    );
    const first = problems.map(({ path }) => fieldOfPath(path)).find((name) => form.getFieldInstance(name) as unknown);
    if (first) form.scrollToField(first, { block: 'center', focus: true });
    else fault.current?.scrollIntoView({ block: 'center' });
  }, [error, form]);
  return (
    <>
      <Form<EntryFields>
        form={form}
        className="entry-form"
        layout="vertical"
        disabled={isReadOnly}
        requiredMark={!isReadOnly}
        scrollToFirstError={{ block: 'center', focus: true }}
        initialValues={fields}
        onValuesChange={changed}
        onFinish={onSave}
        onFinishFailed={onInvalid}
      >
        <FormSections edition={edition} definition={definition} isReadOnly={isReadOnly} />
        {isReadOnly ? null : (
          <FormProgressPanel edition={edition} definition={definition} files={files} refused={refused} />
        )}
        <div role="alert" ref={fault}>
          {error ? <Alert type="error" showIcon title={sentence(error, labelOf)} className="form-fault" /> : null}
        </div>
        {isReadOnly ? null : (
          <div className="entry-save">
            <Button type="primary" htmlType="submit" loading={isBusy}>
              {act}
            </Button>
            <span role="status">
              {keeping ?? (isDirty ? <StateMark tone="attention">{t('unsaved')}</StateMark> : isBusy ? null : saved)}
            </span>
          </div>
        )}
        {note ? <p className="muted">{note}</p> : null}
      </Form>
    </>
  );
}
