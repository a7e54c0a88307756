import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { OrganisationInput } from '../organisations/organisation-input.js';

export function NominatingBodyField({ isNeeded }: { isNeeded: boolean }) {
  const { t } = useTranslation('submission');
  const label = t('field.nominatingBody');
  return (
    <Form.Item name="nominatingBody" label={isNeeded ? label : t('form.optional', { label })}>
      <OrganisationInput />
    </Form.Item>
  );
}
