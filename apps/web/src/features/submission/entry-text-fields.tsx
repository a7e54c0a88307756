import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';

export function EntryTextFields({ isSummaryNeeded }: { isSummaryNeeded: boolean }) {
  const { t } = useTranslation('submission');
  return (
    <>
      <Form.Item
        name="title"
        label={t('field.title')}
        rules={[{ required: true, whitespace: true, message: t('missing.title') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="language" label={t('field.language')} extra={t('field.languageNote')}>
        <Radio.Group
          options={[
            { value: 'zh', label: t('language.zh') },
            { value: 'en', label: t('language.en') },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="summary"
        label={isSummaryNeeded ? t('field.summary') : t('form.optional', { label: t('field.summary') })}
      >
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} maxLength={4000} showCount />
      </Form.Item>
    </>
  );
}
