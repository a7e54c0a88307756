import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { useAct } from '../../ui/use-act.js';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import type { MessageDetail } from './queries.js';

type Deed = 'hold' | 'release' | 'resend';

/** What can be done with a message as it stands: one thing, or nothing while it is being sent. */
const deeds = { waiting: 'hold', held: 'release', sending: null, sent: 'resend', failed: 'resend' } as const;

function send(slug: string, publicId: string, deed: Deed, key: string): Promise<unknown> {
  const params = { path: { slug, publicId }, header: { 'Idempotency-Key': key } };
  if (deed === 'hold') return answer(api.POST('/api/v1/editions/{slug}/messages/{publicId}/hold', { params }));
  if (deed === 'release') return answer(api.POST('/api/v1/editions/{slug}/messages/{publicId}/release', { params }));
  return answer(api.POST('/api/v1/editions/{slug}/messages/{publicId}/resend', { params }));
}

export function MessageActs({ slug, message }: { slug: string; message: MessageDetail }) {
  const { t } = useTranslation('mail');
  const { sentence } = useProblemMessage();
  const [isAsking, setAsking] = useState(false);
  const act = useAct(
    (deed: Deed, key) => send(slug, message.publicId, deed, key),
    ['messages'],
    () => setAsking(false),
  );
  const deed = deeds[message.state];
  if (deed === null) return null;
  const close = () => {
    setAsking(false);
    act.reset();
  };
  return (
    <div className="message-acts">
      <Button loading={act.isPending} onClick={() => (deed === 'resend' ? setAsking(true) : act.run(deed))}>
        {t(`act.${deed}`)}
      </Button>
      <p className="muted">{t(`actText.${deed}`)}</p>
      <div role="alert">
        {act.error && !isAsking ? <Alert type="error" showIcon title={sentence(act.error)} /> : null}
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('resendTitle')}
        act={t('act.resend')}
        isBusy={act.isPending}
        error={act.error}
        onConfirm={() => act.run('resend')}
        onClose={close}
      >
        <p>{t('resendText', { address: message.address })}</p>
      </ConfirmDialog>
    </div>
  );
}
