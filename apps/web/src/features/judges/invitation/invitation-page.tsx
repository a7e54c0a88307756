import { queryOptions, useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api, type Schemas } from '../../../api/client.js';
import { useText } from '../../../locales/use-text.js';
import { Moment } from '../../../ui/moment.js';
import { OutsideWechat } from '../../../ui/outside-wechat.js';
import { Page } from '../../../ui/page.js';
import { Shape } from '../../../ui/shape.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import { SignInForm } from '../../identity/sign-in-form.js';
import { useSession } from '../../identity/use-session.js';
import { AnswerForm } from './answer-form.js';
import './invitation.css';

export type InvitationPreview = Schemas['JudgeInvitationPreviewDto'];

const previewQuery = (key: string) =>
  queryOptions({
    queryKey: ['judge-invitation', key],
    queryFn: () => answer(api.POST('/api/v1/judge-invitations/previews', { body: { key } })),
    retry: false,
    staleTime: Infinity,
  });

const tokenOf = (hash: string) => new URLSearchParams(hash.replace(/^#/, '')).get('token');

/** An invitation to judge, by link or by code. Opening it changes nothing; the buttons accept or decline. */
export function Component() {
  const { t } = useTranslation('judges');
  const { sentence } = useProblemMessage();
  const [key, setKey] = useState(() => tokenOf(window.location.hash));
  const query = useQuery({ ...previewQuery(key ?? ''), enabled: key !== null });
  return (
    <Page title={t('invitation.title')} width="narrow">
      <div className="judge-invitation">
        <OutsideWechat />
        <div role="alert">
          {query.error ? <Alert type="error" showIcon title={sentence(query.error)} className="form-fault" /> : null}
        </div>
        {key !== null && query.data ? (
          <Invitation invitationKey={key} preview={query.data} onAnswered={() => void query.refetch()} />
        ) : query.isLoading ? (
          <Shape lines={6} block />
        ) : (
          <CodeForm onCode={(code) => (code === key ? void query.refetch() : setKey(code))} />
        )}
      </div>
    </Page>
  );
}

function CodeForm({ onCode }: { onCode: (code: string) => void }) {
  const { t } = useTranslation('judges');
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      className="card"
      onFinish={({ code }: { code: string }) => onCode(code)}
    >
      <Form.Item
        name="code"
        label={t('invite.code')}
        extra={t('invitation.codeNote')}
        rules={[{ required: true, min: 8, message: t('invitation.codeMissing') }]}
      >
        <Input size="large" autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={20} />
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
  onAnswered: () => void;
}

function Invitation({ invitationKey, preview, onAnswered }: InvitationProps) {
  const { t } = useTranslation('judges');
  const text = useText();
  const { user } = useSession();
  return (
    <div className="card">
      <h2>{t('invitation.text', { name: preview.name, edition: text(preview.edition) })}</h2>
      {preview.answer !== null && preview.answeredAt !== null ? (
        <>
          <p role="status">
            {t(`invitation.${preview.answer}`)} <Moment at={preview.answeredAt} />
          </p>
          {preview.answer === 'accepted' ? (
            <>
              <p>{t('invitation.next')}</p>
              <Link to={user ? '/judging' : '/sign-in'}>{t(user ? 'invitation.toQueue' : 'invitation.signIn')}</Link>
            </>
          ) : null}
        </>
      ) : (
        <>
          <p className="muted">
            {t('invitation.note')} {t('invitation.until')} <Moment at={preview.expiresAt} />
          </p>
          {preview.signsIn && !user ? (
            <>
              <p>{t('invitation.signInFirst')}</p>
              <SignInForm />
            </>
          ) : (
            <AnswerForm invitationKey={invitationKey} preview={preview} onAnswered={onAnswered} />
          )}
        </>
      )}
    </div>
  );
}
