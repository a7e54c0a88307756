import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FieldProblem } from '#domain/errors/field-problem';
import { type FormDefinition, type FormField, neededBlocks } from '#domain/form/form-definition';
import { useText } from '../../../locales/use-text.js';
import { StateMark } from '../../../ui/state-mark.js';
import { type Editing, moveField, moveSection, removeField, removeSection } from './edit-document.js';

interface FormOutlineProps {
  form: FormDefinition;
  problems: readonly FieldProblem[];
  onChange: (form: FormDefinition) => void;
  onEdit: (editing: Editing) => void;
}

/** Sections and fields in their order, each with its buttons: nothing has to be dragged. */
export function FormOutline({ form, problems, onChange, onEdit }: FormOutlineProps) {
  const { t } = useTranslation('forms');
  const text = useText();
  return (
    <section className="form-outline" aria-labelledby="form-outline-title">
      <h2 id="form-outline-title">{t('outline')}</h2>
      <ol className="outline-sections">
        {form.sections.map((section, at) => (
          <li key={section.key}>
            <div className="outline-line outline-section">
              <span className="outline-field">
                <strong>{text(section.title)}</strong>
                {problems.some(({ path }) => path === `sections[${at}].key`) ? <Wrong /> : null}
              </span>
              <LineActs
                name={text(section.title)}
                isFirst={at === 0}
                isLast={at === form.sections.length - 1}
                onEdit={() => onEdit({ kind: 'section', at })}
                onMove={(by) => onChange(moveSection(form, at, by))}
                onRemove={section.fields.some(isNeededBlock) ? undefined : () => onChange(removeSection(form, at))}
              />
            </div>
            <ol>
              {section.fields.map((field, place) => (
                <li key={field.key} className="outline-line">
                  <FieldLine
                    field={field}
                    isWrong={problems.some(({ path }) => path.startsWith(`sections[${at}].fields[${place}].`))}
                  />
                  <LineActs
                    name={field.kind === 'core' ? t(`core.${field.key}`) : text(field.label)}
                    isFirst={at === 0 && place === 0}
                    isLast={at === form.sections.length - 1 && place === section.fields.length - 1}
                    onEdit={
                      field.kind === 'core' && isNeededBlock(field)
                        ? undefined
                        : () => onEdit({ kind: 'field', section: at, at: place })
                    }
                    onMove={(by) => onChange(moveField(form, { section: at, field: place }, by))}
                    onRemove={
                      isNeededBlock(field)
                        ? undefined
                        : () => onChange(removeField(form, { section: at, field: place }))
                    }
                  />
                </li>
              ))}
            </ol>
            <Button
              icon={<PlusOutlined aria-hidden="true" />}
              onClick={() => onEdit({ kind: 'field', section: at, at: null })}
            >
              {t('addField')}
            </Button>
          </li>
        ))}
      </ol>
      <Button icon={<PlusOutlined aria-hidden="true" />} onClick={() => onEdit({ kind: 'section', at: null })}>
        {t('addSection')}
      </Button>
    </section>
  );
}

function isNeededBlock(field: FormField): boolean {
  return field.kind === 'core' && neededBlocks.includes(field.key);
}

function FieldLine({ field, isWrong }: { field: FormField; isWrong: boolean }) {
  const { t } = useTranslation('forms');
  const text = useText();
  const notes = [
    field.kind === 'core' ? t('kind.core') : t(`kind.${field.kind}`),
    ...(field.isRequired ? [t('needed')] : []),
    ...(field.visibleWhen ? [t('conditional')] : []),
    ...(field.kind !== 'core' && (field.readers ?? []).some(({ role }) => role === 'judge') ? [t('judgesRead')] : []),
  ];
  return (
    <span className="outline-field">
      {field.kind === 'core' ? t(`core.${field.key}`) : text(field.label) || field.key}
      <span className="muted">{notes.join(' · ')}</span>
      {isWrong ? <Wrong /> : null}
    </span>
  );
}

function Wrong() {
  const { t } = useTranslation('forms');
  return <StateMark tone="danger">{t('wrong')}</StateMark>;
}

interface LineActsProps {
  name: string;
  /** Nothing is above it, or below it, to go past. */
  isFirst: boolean;
  isLast: boolean;
  onEdit: (() => void) | undefined;
  onMove: (by: 1 | -1) => void;
  onRemove: (() => void) | undefined;
}

function LineActs({ name, isFirst, isLast, onEdit, onMove, onRemove }: LineActsProps) {
  const { t } = useTranslation('forms');
  return (
    <span className="outline-acts">
      {onEdit ? <Button type="text" icon={<EditOutlined />} aria-label={t('edit', { name })} onClick={onEdit} /> : null}
      <Button
        type="text"
        className="outline-up"
        icon={<ArrowUpOutlined />}
        disabled={isFirst}
        aria-label={t('up', { name })}
        onClick={() => onMove(-1)}
      />
      <Button
        type="text"
        icon={<ArrowDownOutlined />}
        disabled={isLast}
        aria-label={t('down', { name })}
        onClick={() => onMove(1)}
      />
      {onRemove ? (
        <Button type="text" icon={<DeleteOutlined />} aria-label={t('remove', { name })} onClick={onRemove} />
      ) : null}
    </span>
  );
}
