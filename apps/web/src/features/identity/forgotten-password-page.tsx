import { Alert, Button, Form, Input } from 'antd';
import { use, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api } from '../../api/client.js';
import { DemoContext } from '../../ui/demo-context.js';
import { Page } from '../../ui/page.js';
import { useProblemMessage } from '../../ui/use-problem-message.js';

/** A link to the account's own address; whether there is an account, this page tells nobody. */
export function Component() {
  const { t } = useTranslation('identity');
  const isDemo = use(DemoContext);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [isAgain, setAgain] = useState(false);
  return (
    <Page title={t('forgotten.title')} width="narrow" lead={sentTo === null ? t('forgotten.lead') : undefined}>
      {isDemo ? <p className="muted">{t('forgotten.demo')}</p> : null}
      {sentTo === null ? (
        <AddressForm takesFocus={isAgain} onAsked={setSentTo} />
      ) : (
        <Sent
          email={sentTo}
          onAgain={() => {
            setAgain(true);
            setSentTo(null);
          }}
        />
      )}
      <p className="muted">
        {t('forgotten.remembered')} <Link to="/sign-in">{t('signIn')}</Link>
      </p>
    </Page>
  );
}

/** Takes the focus: the button that was pressed is gone. */
function Sent({ email, onAgain }: { email: string; onAgain: () => void }) {
  const { t } = useTranslation('identity');
  const title = useId();
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <section ref={place} tabIndex={-1} className="card" aria-labelledby={title}>
      <p>
        <strong id={title}>{t('forgotten.sent', { email })}</strong>
      </p>
      <p>{t('forgotten.sentNext')}</p>
      <p className="muted">{t('forgotten.sentNote')}</p>
      <Button onClick={onAgain}>{t('forgotten.again')}</Button>
    </section>
  );
}

function AddressForm({ takesFocus, onAsked }: { takesFocus: boolean; onAsked: (email: string) => void }) {
  const { t } = useTranslation('identity');
  const { sentence } = useProblemMessage();
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async ({ email }: { email: string }) => {
    setBusy(true);
    setFault(null);
    try {
      await answer(api.POST('/api/v1/passwords/links', { body: { email: email.trim() } }));
      onAsked(email.trim());
    } catch (problem) {
      setFault(sentence(problem, (path) => (path === 'email' ? t('email') : null)));
      setBusy(false);
    }
  };
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      className="card"
      onFinish={(fields: { email: string }) => void submit(fields)}
    >
      <div role="alert">{fault ? <Alert type="error" showIcon title={fault} className="form-fault" /> : null}</div>
      <Form.Item name="email" label={t('email')} rules={[{ required: true, message: t('emailMissing') }]}>
        <Input type="email" autoComplete="username" inputMode="email" maxLength={254} autoFocus={takesFocus} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={isBusy} block>
        {t('forgotten.act')}
      </Button>
    </Form>
  );
}
