import { Alert, Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../locales/formats.js';
import { answer, api, type Schemas } from '../../../api/client.js';
import { languageTags } from '../../../locales/index.js';
import { useLocale } from '../../../locales/use-text.js';
import { useAct } from '../../../ui/use-act.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import { useSession } from '../../identity/use-session.js';

type Answer = Omit<Schemas['AnswerJudgeInvitationDto'], 'key'>;

const shortest = 10;

interface AnswerFormProps {
  invitationKey: string;
  preview: Schemas['JudgeInvitationPreviewDto'];
  onAnswered: () => void;
}

/** The commitment (承诺书) to be signed, and the two buttons. */
export function AnswerForm({ invitationKey, preview, onAnswered }: AnswerFormProps) {
  const { sentence } = useProblemMessage();
  const { signedIn } = useSession();
  const [isDeclining, setDeclining] = useState(false);
  const { run, isPending, error } = useAct(
    (given: Answer) =>
      answer(api.POST('/api/v1/judge-invitations/answers', { body: { key: invitationKey, ...given } })),
    ['judge-invitation'],
    (_, { answer: given }) => {
      // Whoever has just chosen a password is signed in by the answer.
      if (given === 'accepted') void answer(api.GET('/api/v1/session')).then(signedIn).finally(onAnswered);
      else onAnswered();
    },
  );
  return (
    <>
      <div role="alert">
        {error ? <Alert type="error" showIcon title={sentence(error)} className="form-fault" /> : null}
      </div>
      {isDeclining ? (
        <DeclineForm
          isPending={isPending}
          onDecline={(reason) => run({ answer: 'declined', ...(reason === '' ? {} : { reason }) })}
          onBack={() => setDeclining(false)}
        />
      ) : (
        <AcceptForm
          preview={preview}
          isPending={isPending}
          onAccept={(password) =>
            run({
              answer: 'accepted',
              commitmentVersion: preview.commitment.version,
              ...(password === undefined ? {} : { password }),
            })
          }
          onDecline={() => setDeclining(true)}
        />
      )}
    </>
  );
}

interface AcceptFormProps {
  preview: AnswerFormProps['preview'];
  isPending: boolean;
  onAccept: (password: string | undefined) => void;
  onDecline: () => void;
}

function AcceptForm({ preview, isPending, onAccept, onDecline }: AcceptFormProps) {
  const { t } = useTranslation(['judges', 'identity']);
  const { wording } = useFormats();
  const locale = useLocale();
  const { commitment, signsIn } = preview;
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      onFinish={({ password }: { password?: string }) => onAccept(signsIn ? undefined : password)}
    >
      <h3>{t('invitation.commitment')}</h3>
      <ol className="commitment" lang={languageTags[locale]}>
        {commitment[locale].map((paragraph) => (
          <li key={paragraph}>{paragraph}</li>
        ))}
      </ol>
      <p className="muted">{t('invitation.version', { version: wording(commitment.version) })}</p>
      <Form.Item
        name="isSigned"
        valuePropName="checked"
        rules={[
          {
            validator: (_, isSigned: boolean) =>
              isSigned ? Promise.resolve() : Promise.reject(new Error(t('invitation.signMissing'))),
          },
        ]}
      >
        <Checkbox>{t('invitation.sign', { name: preview.name })}</Checkbox>
      </Form.Item>
      {signsIn ? null : (
        <Form.Item
          name="password"
          label={t('invitation.password')}
          extra={t('identity:passwordRule', { count: shortest })}
          rules={[{ required: true, min: shortest, message: t('identity:passwordShort', { count: shortest }) }]}
        >
          <Input.Password size="large" autoComplete="new-password" maxLength={200} />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" loading={isPending} block>
        {t('invitation.accept')}
      </Button>
      <Button className="decline" onClick={onDecline} block>
        {t('invitation.decline')}
      </Button>
    </Form>
  );
}

interface DeclineFormProps {
  isPending: boolean;
  onDecline: (reason: string) => void;
  onBack: () => void;
}

function DeclineForm({ isPending, onDecline, onBack }: DeclineFormProps) {
  const { t } = useTranslation('judges');
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      onFinish={({ reason }: { reason?: string }) => onDecline(reason?.trim() ?? '')}
    >
      <Form.Item name="reason" label={t('invitation.reason')} extra={t('invitation.reasonNote')}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <Button type="primary" danger htmlType="submit" loading={isPending} block>
        {t('invitation.declineNow')}
      </Button>
      <Button className="decline" onClick={onBack} block>
        {t('invitation.back')}
      </Button>
    </Form>
  );
}
