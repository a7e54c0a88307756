import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

export function NominatingBodyField({ isNeeded }: { isNeeded: boolean }) {
  const { t } = useTranslation('submission');
  const label = t('field.nominatingBody');
  return (
    <Form.Item name="nominatingBody" label={isNeeded ? label : t('form.optional', { label })}>
      <Input maxLength={200} />
    </Form.Item>
  );
}
