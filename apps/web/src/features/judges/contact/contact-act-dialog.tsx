import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import type { PendingAddress } from '../queries.js';
import { useRosterAct } from '../use-roster-act.js';

export type ContactAct = 'approve' | 'takeBack';

interface ContactActDialogProps {
  slug: string;
  /** As it was read when the button was pressed. */
  address: PendingAddress;
  act: ContactAct;
  onClose: () => void;
}

/** Asks once more before a judge is reached at another address, or before the proposal is taken back. */
export function ContactActDialog({ slug, address, act, onClose }: ContactActDialogProps) {
  const { t } = useTranslation('judges');
  const { id, name, email, newEmail } = address;
  const { run, isPending, error } = useRosterAct((given: string, key) => {
    const params = { path: { slug, id }, header: { 'Idempotency-Key': key } };
    const path = '/api/v1/editions/{slug}/judges/{id}/contact-change';
    return act === 'approve'
      ? answer(api.POST(`${path}/approval`, { params, body: { email: given } }))
      : answer(api.DELETE(path, { params }));
  }, onClose);
  return (
    <ConfirmDialog
      isOpen
      title={t(`contact.${act}Act`)}
      act={t(`contact.${act}Act`)}
      isBusy={isPending}
      error={error}
      onConfirm={() => run(newEmail)}
      onClose={onClose}
    >
      <p className="judge-reason">
        {t(`contact.${act}Text`, { name: name ?? t('nameless'), email: email ?? '', newEmail })}
      </p>
    </ConfirmDialog>
  );
}
