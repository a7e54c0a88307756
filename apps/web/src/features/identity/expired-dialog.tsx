import { Modal, type InputRef } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SignInForm } from './sign-in-form.js';

/** Asks for the password over the page, so that what was typed there stays. */
export function ExpiredDialog({ onCancel }: { onCancel: () => void }) {
  const { t } = useTranslation('identity');
  const email = useRef<InputRef>(null);
  return (
    <Modal
      open
      title={t('expired.title')}
      footer={null}
      onCancel={onCancel}
      mask={{ closable: false }}
      // Not on its closing button, which the next Enter of a judge who is typing would press.
      afterOpenChange={(isShown) => isShown && email.current?.focus()}
    >
      <p>{t('expired.text')}</p>
      <SignInForm emailRef={email} />
    </Modal>
  );
}
