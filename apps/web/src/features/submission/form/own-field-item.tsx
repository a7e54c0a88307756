import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OwnField } from '#domain/form/form-definition';
import { useFormats } from '../../../locales/formats.js';
import { useText } from '../../../locales/use-text.js';
import { DateInput } from '../../../ui/date-input.js';
import { countriesQuery } from '../queries.js';
import { ChoiceInput, SeveralInput } from './choice-inputs.js';
import { MoneyInput } from './money-input.js';
import { NumberInput } from './number-input.js';
import { PersonListItem } from './person-list-item.js';
import { TableItem } from './table-item.js';

interface OwnFieldItemProps {
  field: OwnField;
  isNeeded: boolean;
  isReadOnly: boolean;
}

/** One question of the edition's own. Whether its answer is right the server says; nothing typed is refused here. */
export function OwnFieldItem({ field, isNeeded, isReadOnly }: OwnFieldItemProps) {
  const { t } = useTranslation('submission');
  const text = useText();
  const hint = useHint(field);
  const label = isNeeded ? text(field.label) : t('form.optional', { label: text(field.label) });
  if (field.kind === 'table') return <TableItem field={field} label={label} isReadOnly={isReadOnly} />;
  if (field.kind === 'person-list') return <PersonListItem field={field} label={label} isReadOnly={isReadOnly} />;
  if (field.kind === 'file') {
    return (
      <p className="file-field">
        {label}
        <span className="field-help muted">{t('form.fileNote')}</span>
      </p>
    );
  }
  const help = [field.help ? text(field.help) : '', hint].filter((line) => line !== '');
  return (
    <Form.Item name={['formAnswers', field.key]} label={<FieldLabel label={label} help={help} />} required={isNeeded}>
      {control(field, isReadOnly)}
    </Form.Item>
  );
}

/** The help stands before the answer, where it is read first and by everyone. */
function FieldLabel({ label, help }: { label: string; help: readonly string[] }) {
  return (
    <span>
      {label}
      {help.map((line, index) => (
        <span key={index} className="field-help muted">
          {line}
        </span>
      ))}
    </span>
  );
}

/** Only such links are accepted. */
const linkStart = 'https://';

type SimpleField = Exclude<OwnField, { kind: 'table' | 'person-list' | 'file' }>;

function control(field: SimpleField, isReadOnly: boolean) {
  switch (field.kind) {
    case 'short-text':
      return (
        <Input
          maxLength={field.maximumLength * 2}
          autoComplete="off"
          count={{ show: true, max: field.maximumLength }}
        />
      );
    case 'long-text':
      return <Input.TextArea autoSize={{ minRows: 4, maxRows: 16 }} count={{ show: true, max: field.maximumLength }} />;
    case 'number':
      return <NumberInput field={field} />;
    case 'money':
      return <MoneyInput field={field} isReadOnly={isReadOnly} />;
    case 'date':
      return <DateInput min={field.earliest} max={field.latest} />;
    case 'choice':
      return <ChoiceInput field={field} />;
    case 'multi-choice':
    case 'district':
      return <SeveralInput field={field} />;
    case 'country':
      return <CountryInput />;
    case 'phone':
      return (
        <Input
          type="tel"
          autoComplete="off"
          maxLength={30}
          placeholder={isReadOnly ? undefined : '+86 138 1234 5678'}
          className="short-input"
        />
      );
    case 'email':
      return <Input type="email" autoComplete="off" maxLength={254} />;
    case 'video-link':
      return <Input type="url" autoComplete="off" maxLength={2000} placeholder={isReadOnly ? undefined : linkStart} />;
  }
}

/** What the field's own limits ask for, in words. */
function useHint(field: OwnField): string {
  const { t } = useTranslation('submission');
  const { date } = useFormats();
  switch (field.kind) {
    case 'long-text':
      return field.minimumLength ? t('form.atLeast', { count: field.minimumLength }) : '';
    case 'date':
      if (field.earliest && field.latest) {
        return t('form.between', { from: date(field.earliest), to: date(field.latest) });
      }
      return field.earliest
        ? t('form.notBefore', { day: date(field.earliest) })
        : field.latest
          ? t('form.notAfter', { day: date(field.latest) })
          : '';
    case 'video-link':
      return field.hosts ? t('form.hosts', { hosts: field.hosts.join(t('form.comma')) }) : '';
    case 'phone':
      return t('form.phoneHint');
    case 'short-text':
    case 'number':
    case 'money':
    case 'choice':
    case 'multi-choice':
    case 'district':
    case 'country':
    case 'email':
    case 'table':
    case 'person-list':
    case 'file':
      return '';
  }
}

interface TextInputProps {
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
}

function CountryInput({ id, value, onChange }: TextInputProps) {
  const { t } = useTranslation('submission');
  const text = useText();
  const { data } = useQuery(countriesQuery);
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={!data}
      placeholder={t('choose')}
      options={(data?.countries ?? []).map(({ code, name }) => ({ value: code, label: text(name) }))}
    />
  );
}
