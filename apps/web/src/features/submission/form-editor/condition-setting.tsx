import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { coreAnswerKeys, type FormDefinition, isCore, type OwnField } from '#domain/form/form-definition';
import { useText } from '../../../locales/use-text.js';
import type { FieldValues } from './field-values.js';

interface ConditionSettingProps {
  name: 'condition' | 'requiredCondition';
  form: FormDefinition;
  place: { readonly section: number; readonly field: number | null };
}

/** "Only where FIELD is / is not VALUES", of a field asked earlier or of an answer of the core. */
export function ConditionSetting({ name, form, place }: ConditionSettingProps) {
  const { t } = useTranslation('forms');
  const text = useText();
  const instance = Form.useFormInstance<FieldValues>();
  const chosen = Form.useWatch<string | undefined>([name, 'field'], instance);
  const earlier = form.sections.flatMap((section, at) =>
    section.fields
      .slice(0, at < place.section ? undefined : at === place.section ? (place.field ?? undefined) : 0)
      .filter((field): field is OwnField => !isCore(field)),
  );
  const fields: { value: string; label: string }[] = [
    ...coreAnswerKeys.map((key) => ({ value: key, label: t(`answer.${key}`) })),
    ...earlier.map((field) => ({ value: field.key, label: text(field.label) || field.key })),
  ];
  const field = earlier.find(({ key }) => key === chosen);
  const values =
    field && 'options' in field ? field.options.map(({ value, label }) => ({ value, label: text(label) })) : [];
  return (
    <fieldset className="condition">
      <legend>{t(`setting.${name}`)}</legend>
      <Form.Item name={[name, 'field']} label={t('setting.conditionField')}>
        <Select allowClear options={fields} placeholder={t('always')} />
      </Form.Item>
      {chosen === undefined ? null : (
        <>
          <Form.Item name={[name, 'test']} label={t('setting.conditionTest')}>
            <Select
              options={[
                { value: 'is', label: t('test.is') },
                { value: 'isNot', label: t('test.isNot') },
              ]}
            />
          </Form.Item>
          <Form.Item
            name={[name, 'values']}
            label={t('setting.conditionValues')}
            extra={values.length === 0 ? t('setting.conditionValuesNote') : undefined}
          >
            <Select
              mode={values.length === 0 ? 'tags' : 'multiple'}
              options={values}
              tokenSeparators={[',', '，', '、']}
            />
          </Form.Item>
        </>
      )}
    </fieldset>
  );
}
