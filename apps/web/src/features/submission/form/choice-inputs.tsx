import { Checkbox, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type ChoiceField, type FormOption, type MultiChoiceField, undecided } from '#domain/form/form-definition';
import { useText } from '../../../locales/use-text.js';

/** Up to so many options all stand on the page; more are a list to open and search. */
const shownOptions = 6;

interface ChoiceInputProps {
  field: ChoiceField;
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
}

export function ChoiceInput({ field, id, value, onChange }: ChoiceInputProps) {
  const { t } = useTranslation('submission');
  const text = useText();
  if (field.options.length > shownOptions) {
    return (
      <Select
        id={id}
        value={value}
        onChange={onChange}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('choose')}
        options={field.options.map((option) => ({ value: option.value, label: text(option.label) }))}
      />
    );
  }
  return (
    <Radio.Group
      id={id}
      className="option-list"
      value={value}
      onChange={(event) => onChange?.(event.target.value as string)}
      options={field.options.map((option) => ({ value: option.value, label: <OptionText option={option} /> }))}
    />
  );
}

interface SeveralInputProps {
  field: MultiChoiceField;
  id?: string;
  value?: string[];
  onChange?: (value: string[]) => void;
}

/** Several options; of districts the order is the order of preference, numbered below. */
export function SeveralInput({ field, id, value = [], onChange }: SeveralInputProps) {
  const { t } = useTranslation('submission');
  const text = useText();
  const isUndecided = value.length === 1 && value[0] === undecided;
  const chosen = isUndecided ? [] : value;
  const options = field.options.map((option) => ({ value: option.value, label: text(option.label) }));
  const isList = field.kind === 'district' || field.options.length > shownOptions;
  const maximum = field.maximumCount ?? field.options.length;
  return (
    <>
      {isList ? (
        <Select
          id={id}
          mode="multiple"
          value={chosen}
          // Left open rather than false, so that a form that is closed closes it too.
          disabled={isUndecided || undefined}
          onChange={(next: string[]) => onChange?.(next)}
          maxCount={maximum}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('form.chooseUpTo', { count: maximum })}
          options={options}
        />
      ) : (
        <Checkbox.Group
          className="option-list"
          value={chosen}
          disabled={isUndecided || undefined}
          onChange={(next) => onChange?.(next)}
          options={field.options.map((option) => ({
            value: option.value,
            label: <OptionText option={option} />,
            ...(chosen.length >= maximum && !chosen.includes(option.value) ? { disabled: true } : {}),
          }))}
        />
      )}
      {field.kind === 'district' && chosen.length > 0 ? <Preferences field={field} chosen={chosen} /> : null}
      {field.allowsUndecided ? (
        <Checkbox checked={isUndecided} onChange={(event) => onChange?.(event.target.checked ? [undecided] : [])}>
          {t('form.undecided')}
        </Checkbox>
      ) : null}
    </>
  );
}

function Preferences({ field, chosen }: { field: MultiChoiceField; chosen: readonly string[] }) {
  const options = new Map(field.options.map((option) => [option.value, option]));
  return (
    <ol className="preferences">
      {chosen.map((value) => {
        const option = options.get(value);
        return <li key={value}>{option ? <OptionText option={option} /> : value}</li>;
      })}
    </ol>
  );
}

function OptionText({ option }: { option: FormOption }) {
  const text = useText();
  return (
    <span>
      {text(option.label)}
      {option.about ? <span className="option-about muted">{text(option.about)}</span> : null}
    </span>
  );
}
