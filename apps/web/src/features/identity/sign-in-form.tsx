import { Alert, Button, Form, Input, type InputRef } from 'antd';
import { useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import { useSession } from './use-session.js';

type Fields = { email: string; password: string };

interface SignInFormProps {
  onSignedIn?: () => void;
  emailRef?: Ref<InputRef>;
}

/** Paste and password managers work: nothing here gets between a person and their own password. */
export function SignInForm({ onSignedIn, emailRef }: SignInFormProps) {
  const { t } = useTranslation('identity');
  const { signedIn } = useSession();
  const { sentence } = useProblemMessage();
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const submit = async (fields: Fields) => {
    setBusy(true);
    setFault(null);
    try {
      await answer(api.POST('/api/v1/sessions', { body: { email: fields.email.trim(), password: fields.password } }));
      await signedIn(await answer(api.GET('/api/v1/session')));
      onSignedIn?.();
    } catch (problem) {
      setFault(sentence(problem));
      setBusy(false);
    }
  };

  return (
    <Form<Fields> layout="vertical" requiredMark={false} onFinish={(fields) => void submit(fields)}>
      <div role="alert">{fault ? <Alert type="error" showIcon title={fault} className="form-fault" /> : null}</div>
      <Form.Item name="email" label={t('email')} rules={[{ required: true, message: t('emailMissing') }]}>
        <Input ref={emailRef} type="email" autoComplete="username" inputMode="email" maxLength={254} />
      </Form.Item>
      <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('passwordMissing') }]}>
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={isBusy} block>
        {t('signIn')}
      </Button>
    </Form>
  );
}
