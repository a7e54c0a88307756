import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { answer, api } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Page } from '../../ui/page.js';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import { useSession } from './use-session.js';
import { takeNext } from './next-path.js';

/** Opening the letter's link changes nothing: the password and a button confirm the address. */
export function Component() {
  const { t } = useTranslation('identity');
  const [token] = useState(() => new URLSearchParams(window.location.hash.replace(/^#/, '')).get('token'));
  return (
    <Page title={t('confirm.title')} width="narrow" lead={token === null ? undefined : t('confirm.lead')}>
      {token === null ? (
        <EmptyState text={t('linkIncomplete')} />
      ) : (
        <>
          <ConfirmForm token={token} />
          <p className="muted">
            {t('confirm.again')} <Link to="/register">{t('register.title')}</Link>
          </p>
        </>
      )}
    </Page>
  );
}

function ConfirmForm({ token }: { token: string }) {
  const { t } = useTranslation('identity');
  const { signedIn } = useSession();
  const navigate = useNavigate();
  const { sentence } = useProblemMessage();
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async ({ password }: { password: string }) => {
    setBusy(true);
    setFault(null);
    try {
      await answer(api.POST('/api/v1/registrations/confirmation', { body: { token, password } }));
      const next = takeNext();
      await signedIn(await answer(api.GET('/api/v1/session')));
      await navigate(next ?? '/entries', { replace: true });
    } catch (problem) {
      const isLinkWrong = problem instanceof ApiProblem && problem.fields.some(({ path }) => path === 'token');
      setFault(isLinkWrong ? t('linkIncomplete') : sentence(problem));
      setBusy(false);
    }
  };
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      className="card"
      onFinish={(fields: { password: string }) => void submit(fields)}
    >
      <div role="alert">{fault ? <Alert type="error" showIcon title={fault} className="form-fault" /> : null}</div>
      <Form.Item
        name="password"
        label={t('confirm.password')}
        rules={[{ required: true, message: t('passwordMissing') }]}
      >
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={isBusy} block>
        {t('confirm.act')}
      </Button>
    </Form>
  );
}
