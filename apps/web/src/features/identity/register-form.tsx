import { Alert, Button, Checkbox, Form, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../locales/formats.js';
import { Link } from 'react-router';
import { answer, api } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { useLocale } from '../../locales/use-text.js';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import type { AccountPurpose, RegistrationLetter } from './registration-queries.js';

interface Fields {
  displayName: string;
  email: string;
  password: string;
  purposes?: Partial<Record<AccountPurpose['purpose'], boolean>>;
}

interface RegisterFormProps {
  version: string;
  purposes: readonly AccountPurpose[];
  onAsked: (email: string, letter: RegistrationLetter | null) => void;
}

const shortest = 10;
const fieldNames: readonly string[] = ['displayName', 'email', 'password'];

const mustBeTicked = (message: string) => ({
  validator: (_: unknown, value: unknown) => (value === true ? Promise.resolve() : Promise.reject(new Error(message))),
});

export function RegisterForm({ version, purposes, onAsked }: RegisterFormProps) {
  const { t } = useTranslation('identity');
  const { wording } = useFormats();
  const locale = useLocale();
  const { sentence } = useProblemMessage();
  const [form] = Form.useForm<Fields>();
  const [fault, setFault] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (fault !== null) alert.current?.scrollIntoView({ block: 'center' });
  }, [fault]);

  const submit = async ({ displayName, email, password, purposes: ticked = {} }: Fields) => {
    setBusy(true);
    setFault(null);
    const chosen = purposes.map(({ purpose }) => purpose).filter((purpose) => ticked[purpose] === true);
    try {
      const body = {
        displayName: displayName.trim(),
        email: email.trim(),
        password,
        locale,
        purposes: chosen,
        version,
      };
      const { letter } = await answer(api.POST('/api/v1/registrations', { body }));
      onAsked(body.email, letter);
    } catch (problem) {
      const faults = problem instanceof ApiProblem ? problem.fields : [];
      form.setFields(
        faults
          .filter(({ path }) => fieldNames.includes(path))
          .map(({ path, detail }) => ({ name: path as 'displayName' | 'email' | 'password', errors: [detail] })),
      );
      setFault(problem);
      setBusy(false);
    }
  };

  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="card"
      scrollToFirstError={{ block: 'center', focus: true }}
      onFinish={(fields) => void submit(fields)}
    >
      <div role="alert" ref={alert}>
        {fault === null ? null : <Alert type="error" showIcon title={sentence(fault)} className="form-fault" />}
      </div>
      <Form.Item
        name="displayName"
        label={t('register.name')}
        extra={t('register.nameNote')}
        rules={[{ required: true, whitespace: true, message: t('register.nameMissing') }]}
      >
        <Input autoComplete="name" maxLength={120} />
      </Form.Item>
      <Form.Item name="email" label={t('email')} rules={[{ required: true, message: t('emailMissing') }]}>
        <Input type="email" autoComplete="email" inputMode="email" maxLength={254} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('password')}
        extra={t('passwordRule', { count: shortest })}
        rules={[{ required: true, min: shortest, message: t('passwordShort', { count: shortest }) }]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <fieldset className="purposes">
        <legend>{t('register.purposes')}</legend>
        <p className="muted">{t('register.purposesNote', { version: wording(version) })}</p>
        <p>
          <Link to="/privacy" target="_blank">
            {t('register.privacy')}
          </Link>
        </p>
        {purposes.map(({ purpose, isRequired }) => (
          <Form.Item
            key={purpose}
            name={['purposes', purpose]}
            valuePropName="checked"
            className="purpose"
            rules={isRequired ? [mustBeTicked(t('register.purposeNeeded'))] : []}
          >
            <Checkbox>{t(`register.purpose.${purpose}`)}</Checkbox>
          </Form.Item>
        ))}
      </fieldset>
      <Button type="primary" htmlType="submit" loading={isBusy} block>
        {t('register.act')}
      </Button>
    </Form>
  );
}
