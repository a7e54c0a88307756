import { Alert, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReturnedFocus } from '../../../ui/use-returned-focus.js';
import { answer, api } from '../../../api/client.js';
import { useLocale } from '../../../locales/use-text.js';
import { Moment } from '../../../ui/moment.js';
import { useAct } from '../../../ui/use-act.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import { CopyText } from '../../mail/copy-text.js';
import type { IssuedInvitation, TeamPerson } from './team-queries.js';

interface InviteDialogProps {
  entryId: string;
  person: TeamPerson;
  onClose: () => void;
}

interface Fields {
  email?: string;
}

/** Makes an invitation, and shows this once what to hand on. */
export function InviteDialog({ entryId, person, onClose }: InviteDialogProps) {
  const { t } = useTranslation('team');
  useReturnedFocus();
  const locale = useLocale();
  const { sentence } = useProblemMessage();
  const [form] = Form.useForm<Fields>();
  const [issued, setIssued] = useState<IssuedInvitation | null>(null);
  const { run, isPending, error } = useAct<Fields, IssuedInvitation>(
    ({ email }, key) =>
      answer(
        api.POST('/api/v1/entries/{publicId}/team/{memberId}/invitation', {
          params: { path: { publicId: entryId, memberId: person.id }, header: { 'Idempotency-Key': key } },
          body: { locale, ...(email ? { email } : {}) },
        }),
      ),
    ['entry-team'],
    setIssued,
  );
  return (
    <Modal
      open
      title={t('invite.title', { name: person.name })}
      footer={issued ? <Button onClick={onClose}>{t('invite.close')}</Button> : null}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {issued ? (
        <Issued issued={issued} />
      ) : (
        <Form<Fields>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ email: person.email ?? '' }}
          onFinish={({ email }) => run({ email: email?.trim() ?? '' })}
        >
          <p>{t('invite.text')}</p>
          {person.invitation ? <p>{t('invite.replaces')}</p> : null}
          <Form.Item name="email" label={t('invite.email')} extra={t('invite.emailNote')}>
            <Input type="email" inputMode="email" maxLength={254} autoComplete="off" />
          </Form.Item>
          <div role="alert">
            {error ? <Alert type="error" showIcon title={sentence(error)} className="form-fault" /> : null}
          </div>
          <Button type="primary" htmlType="submit" loading={isPending} block>
            {t('invite.make')}
          </Button>
        </Form>
      )}
    </Modal>
  );
}

function Issued({ issued }: { issued: IssuedInvitation }) {
  const { t } = useTranslation('team');
  const address = `${window.location.origin}${issued.link}`;
  const { zh, en } = issued.texts;
  return (
    <div role="status">
      <p>
        <strong>{t('invite.made')}</strong>
      </p>
      <dl className="invitation-facts">
        <dt>{t('invite.code')}</dt>
        <dd className="invitation-code">{issued.code}</dd>
        <dt>{t('invite.link')}</dt>
        <dd className="invitation-link">{address}</dd>
        <dt>{t('invite.until')}</dt>
        <dd>
          <Moment at={issued.expiresAt} />
        </dd>
      </dl>
      <p className="muted">{t('invite.once')}</p>
      <CopyText text={`${zh.short} ${address}`} locale="zh" />
      <CopyText text={`${en.short} ${address}`} locale="en" />
    </div>
  );
}
