import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormSection } from '#domain/form/form-definition';
import type { Schemas } from '../../../api/client.js';
import type { PublicEdition } from '../../contest/public-editions.js';
import { DraftActs } from './draft-acts.js';
import { type Editing, type FieldPlace, putField, putSection } from './edit-document.js';
import { FieldDialog } from './field-dialog.js';
import type { FormNode } from './form-editor-queries.js';
import { FormOutline } from './form-outline.js';
import { FormPreview } from './form-preview.js';
import { FormProblems } from './form-problems.js';
import { SectionDialog } from './section-dialog.js';
import { useFormDraft } from './use-form-draft.js';

interface FormEditorProps {
  edition: PublicEdition;
  node: FormNode;
  desk: Schemas['FormDeskDto'];
}

/** Outline on one side, the form as a team will see it on the other; each change shows there at once. */
export function FormEditor({ edition, node, desk }: FormEditorProps) {
  const { t } = useTranslation('forms');
  const draft = useFormDraft(edition.slug, node.trackKey, desk);
  const [editing, setEditing] = useState<Editing | null>(null);
  const { form, change } = draft;
  const close = () => setEditing(null);
  const sectionOf = (at: number | null): FormSection | null => (at === null ? null : (form.sections[at] ?? null));
  const editPlace = ({ section, field }: FieldPlace) => setEditing({ kind: 'field', section, at: field });
  return (
    <>
      <DraftActs edition={edition} node={node} desk={desk} draft={draft} />
      {draft.state === 'stale' ? (
        <Alert
          type="error"
          showIcon
          title={t('stale')}
          action={<Button onClick={() => window.location.reload()}>{t('reload')}</Button>}
        />
      ) : null}
      <FormProblems
        problems={draft.problems}
        form={form}
        onEdit={editPlace}
        onEditSection={(at) => setEditing({ kind: 'section', at })}
      />
      <div className="form-editor">
        <FormOutline form={form} problems={draft.problems} onChange={change} onEdit={setEditing} />
        <FormPreview edition={edition} form={form} />
      </div>
      {editing?.kind === 'section' ? (
        <SectionDialog
          form={form}
          section={sectionOf(editing.at)}
          onClose={close}
          onDone={(section) => {
            change(putSection(form, section, editing.at ?? undefined));
            close();
          }}
        />
      ) : null}
      {editing?.kind === 'field' ? (
        <FieldDialog
          form={form}
          place={{ section: editing.section, field: editing.at }}
          onClose={close}
          onDone={(field) => {
            change(putField(form, editing.section, field, editing.at ?? undefined));
            close();
          }}
        />
      ) : null}
    </>
  );
}
