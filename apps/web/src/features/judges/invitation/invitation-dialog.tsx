import { Alert, Button, Checkbox, Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { Shape } from '../../../ui/shape.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import { useReturnedFocus } from '../../../ui/use-returned-focus.js';
import type { ListedJudge } from '../queries.js';
import { isFirstInvitation } from './invitation-cell.js';
import { IssuedPanel } from './issued-panel.js';
import type { Invitation } from './use-invitation.js';

/** Makes an invitation of a judge, and shows this once what to hand on. */
export function InvitationDialog({ invitation, judge }: { invitation: Invitation; judge: ListedJudge }) {
  const { t } = useTranslation('judges');
  useReturnedFocus();
  const { sentence } = useProblemMessage();
  const { issued, act, close } = invitation;
  const name = judge.name ?? t('nameless');
  const isFirst = isFirstInvitation(judge.invitation.state);
  return (
    <Modal
      open
      title={t('invite.title', { name })}
      footer={issued ? <Button onClick={close}>{t('invite.close')}</Button> : null}
      onCancel={close}
      mask={{ closable: false }}
    >
      <div role="alert">
        {act.error ? <Alert type="error" showIcon title={sentence(act.error)} className="form-fault" /> : null}
      </div>
      {issued ? (
        <IssuedPanel issued={issued} />
      ) : isFirst || act.error ? (
        <Form<{ isMailed: boolean }>
          layout="vertical"
          initialValues={{ isMailed: judge.email !== null }}
          onFinish={({ isMailed }) => act.run({ id: judge.id, isMailed })}
        >
          <p>{t('invite.text')}</p>
          <Form.Item name="isMailed" valuePropName="checked">
            <Checkbox>{t('invite.mail', { email: judge.email ?? '' })}</Checkbox>
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={act.isPending} block>
            {t('invite.make')}
          </Button>
        </Form>
      ) : (
        <Shape lines={6} />
      )}
    </Modal>
  );
}
