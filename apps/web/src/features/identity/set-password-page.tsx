import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Page } from '../../ui/page.js';
import { useProblemMessage } from '../../ui/use-problem-message.js';

const shortest = 10;

/** The token stands behind the `#`, where no server log, proxy or referrer sees it. */
function tokenOf(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, '')).get('token');
}

export function Component() {
  const { t } = useTranslation('identity');
  const [token] = useState(() => tokenOf(window.location.hash));
  const [isDone, setDone] = useState(false);
  return (
    <Page title={t('setPasswordTitle')} width="narrow">
      {token === null ? (
        <EmptyState text={t('linkIncomplete')}>
          <Link to="/forgotten-password">{t('forgotten.ask')}</Link>
        </EmptyState>
      ) : isDone ? (
        <EmptyState text={t('passwordSet')}>
          <Link to="/sign-in">{t('signIn')}</Link>
        </EmptyState>
      ) : (
        <PasswordForm token={token} onDone={() => setDone(true)} />
      )}
    </Page>
  );
}

function PasswordForm({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useTranslation('identity');
  const { sentence } = useProblemMessage();
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async ({ password }: { password: string }) => {
    setBusy(true);
    setFault(null);
    try {
      await answer(api.POST('/api/v1/passwords', { body: { token, password } }));
      onDone();
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
      <div role="alert">
        {fault ? (
          <Alert
            type="error"
            showIcon
            title={fault}
            description={<Link to="/forgotten-password">{t('forgotten.ask')}</Link>}
            className="form-fault"
          />
        ) : null}
      </div>
      <Form.Item
        name="password"
        label={t('newPassword')}
        extra={t('passwordRule', { count: shortest })}
        rules={[{ required: true, min: shortest, message: t('passwordShort', { count: shortest }) }]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('passwordAgain')}
        dependencies={['password']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === getFieldValue('password') ? Promise.resolve() : Promise.reject(new Error(t('passwordsDiffer'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={isBusy} block>
        {t('setPassword')}
      </Button>
    </Form>
  );
}
