import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { SignInForm } from './sign-in-form.js';

/** Asks for the password over the page, so that what was typed there stays. */
export function ExpiredDialog({ onCancel }: { onCancel: () => void }) {
  const { t } = useTranslation('identity');
  return (
    <Modal open title={t('expired.title')} footer={null} onCancel={onCancel} mask={{ closable: false }}>
      <p>{t('expired.text')}</p>
      <SignInForm />
    </Modal>
  );
}
