import { DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';

/** The options of a choice, or the columns of a table: a row each. */
export function RowsSetting({ name }: { name: 'options' | 'columns' }) {
  const { t } = useTranslation('forms');
  return (
    <fieldset className="rows-setting">
      <legend>{t(`setting.${name}`)}</legend>
      <Form.List name={name}>
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name: at }, index) => (
              <div key={key} className="rows-setting-row" role="group" aria-label={t('rowOf', { number: index + 1 })}>
                <RowInput at={at} part={name === 'options' ? 'value' : 'key'} />
                <RowInput at={at} part="zh" />
                <RowInput at={at} part="en" />
                {name === 'options' ? (
                  <>
                    <RowInput at={at} part="aboutZh" />
                    <RowInput at={at} part="aboutEn" />
                  </>
                ) : (
                  <ColumnSettings at={at} />
                )}
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('remove', { name: t('rowOf', { number: index + 1 }) })}
                  onClick={() => remove(at)}
                />
              </div>
            ))}
            <Button onClick={() => add(name === 'options' ? emptyOption : emptyColumn)}>{t('addRow')}</Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

const emptyOption = { value: '', zh: '', en: '', aboutZh: '', aboutEn: '' };
const emptyColumn = { key: '', zh: '', en: '', kind: 'text', isRequired: false };

function RowInput({ at, part }: { at: number; part: 'value' | 'key' | 'zh' | 'en' | 'aboutZh' | 'aboutEn' }) {
  const { t } = useTranslation('forms');
  return (
    <Form.Item name={[at, part]} label={t(`row.${part}`)}>
      {part.startsWith('about') ? <Input.TextArea autoSize maxLength={400} /> : <Input maxLength={120} />}
    </Form.Item>
  );
}

function ColumnSettings({ at }: { at: number }) {
  const { t } = useTranslation('forms');
  return (
    <>
      <Form.Item name={[at, 'kind']} label={t('row.kind')}>
        <Select
          options={(['text', 'number', 'date'] as const).map((kind) => ({
            value: kind,
            label: t(`column.kind.${kind}`),
          }))}
        />
      </Form.Item>
      <Form.Item name={[at, 'isRequired']} valuePropName="checked" label={t('row.isRequired')}>
        <Checkbox>{t('needed')}</Checkbox>
      </Form.Item>
    </>
  );
}
