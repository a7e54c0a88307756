import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { answer, api } from '../../../api/client.js';
import { useText } from '../../../locales/use-text.js';
import { Moment } from '../../../ui/moment.js';
import { Page } from '../../../ui/page.js';
import { Shape } from '../../../ui/shape.js';
import { useAct } from '../../../ui/use-act.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import { keepNext } from '../../identity/next-path.js';
import { SignInForm } from '../../identity/sign-in-form.js';
import { useSession } from '../../identity/use-session.js';
import { invitationQuery, type InvitationPreview } from './team-queries.js';
import './team.css';

const tokenOf = (hash: string) => new URLSearchParams(hash.replace(/^#/, '')).get('token');

/** An invitation by link or by code. Opening it changes nothing; the button joins the team. */
export function Component() {
  const { t } = useTranslation('team');
  const { sentence } = useProblemMessage();
  const [key, setKey] = useState(() => tokenOf(window.location.hash));
  const query = useQuery({ ...invitationQuery(key ?? ''), enabled: key !== null });
  return (
    <Page title={t('invitation.title')} width="narrow">
      <div role="alert">
        {query.error ? <Alert type="error" showIcon title={sentence(query.error)} className="form-fault" /> : null}
      </div>
      {key !== null && query.data ? (
        <Invitation invitationKey={key} preview={query.data} />
      ) : query.isLoading ? (
        <Shape lines={4} block />
      ) : (
        <CodeForm
          onCode={(code) => {
            if (code === key) void query.refetch();
            else setKey(code);
          }}
        />
      )}
    </Page>
  );
}

function CodeForm({ onCode }: { onCode: (code: string) => void }) {
  const { t } = useTranslation('team');
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      className="card"
      onFinish={({ code }: { code: string }) => onCode(code)}
    >
      <Form.Item
        name="code"
        label={t('invitation.code')}
        extra={t('invitation.codeNote')}
        rules={[{ required: true, min: 8, message: t('invitation.codeMissing') }]}
      >
        <Input autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={20} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block>
        {t('invitation.open')}
      </Button>
    </Form>
  );
}

interface InvitationProps {
  invitationKey: string;
  preview: InvitationPreview;
}

function Invitation({ invitationKey, preview }: InvitationProps) {
  const { t } = useTranslation('team');
  const text = useText();
  const { user } = useSession();
  return (
    <div className="card">
      <p>
        <strong>
          {t('invitation.text', { lead: preview.lead ?? t('invitation.somebody'), member: preview.member })}
        </strong>
      </p>
      <dl className="invitation-facts">
        <dt>{t('invitation.entry')}</dt>
        <dd>{preview.title}</dd>
        <dt>{t('invitation.edition')}</dt>
        <dd>{text(preview.edition)}</dd>
        <dt>{t('invitation.as')}</dt>
        <dd>{t(`role.${preview.role}`)}</dd>
        <dt>{t('invite.until')}</dt>
        <dd>
          <Moment at={preview.expiresAt} />
        </dd>
      </dl>
      {user ? (
        <Join invitationKey={invitationKey} name={user.displayName} />
      ) : (
        <SignInFirst invitationKey={invitationKey} />
      )}
    </div>
  );
}

function Join({ invitationKey, name }: { invitationKey: string; name: string }) {
  const { t } = useTranslation('team');
  const navigate = useNavigate();
  const { sentence } = useProblemMessage();
  const { run, isPending, error } = useAct(
    (key: string, intention) =>
      answer(
        api.POST('/api/v1/invitations/acceptances', {
          params: { header: { 'Idempotency-Key': intention } },
          body: { key },
        }),
      ),
    ['my-entries', 'session'],
    ({ entry }) => void navigate(`/entries/${entry}`, { replace: true }),
  );
  return (
    <>
      <p className="muted">{t('invitation.joinNote', { name })}</p>
      <div role="alert">
        {error ? <Alert type="error" showIcon title={sentence(error)} className="form-fault" /> : null}
      </div>
      <Button type="primary" loading={isPending} onClick={() => run(invitationKey)} block>
        {t('invitation.join')}
      </Button>
    </>
  );
}

function SignInFirst({ invitationKey }: { invitationKey: string }) {
  const { t } = useTranslation('team');
  return (
    <>
      <p className="muted">
        {t('invitation.newHere')}{' '}
        <Link to="/register" onClick={() => keepNext(`/invitation#token=${encodeURIComponent(invitationKey)}`)}>
          {t('invitation.register')}
        </Link>
      </p>
      <SignInForm />
    </>
  );
}
