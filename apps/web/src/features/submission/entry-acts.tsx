import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { useAct } from '../../ui/use-act.js';
import type { SubmissionReceipt } from './entry-receipt.js';
import type { OwnEntry } from './queries.js';

type EntryAct = 'submit' | 'withdraw';

interface EntryActsProps {
  entry: OwnEntry;
  onReceipt: (receipt: SubmissionReceipt) => void;
}

export function EntryActs({ entry, onReceipt }: EntryActsProps) {
  const { t } = useTranslation('submission');
  const [asked, setAsked] = useState<EntryAct | null>(null);
  const { run, isPending, error, reset } = useAct<EntryAct, SubmissionReceipt | undefined>(
    async (act, key) => {
      const init = { params: { path: { publicId: entry.publicId }, header: { 'Idempotency-Key': key } } };
      if (act === 'submit') return answer(api.POST('/api/v1/entries/{publicId}/submissions', init));
      await answer(api.POST('/api/v1/entries/{publicId}/withdrawal', init));
      return undefined;
    },
    ['entry', 'my-entries'],
    (receipt) => {
      setAsked(null);
      if (receipt) onReceipt(receipt);
    },
  );
  const act = entry.state === 'draft' ? 'submit' : 'withdraw';
  return (
    <div className="entry-acts">
      <Button type={act === 'submit' ? 'primary' : 'default'} danger={act === 'withdraw'} onClick={() => setAsked(act)}>
        {t(`${act}.act`)}
      </Button>
      {asked ? (
        <ConfirmDialog
          isOpen
          title={t(`${asked}.title`)}
          act={t(`${asked}.act`)}
          isDangerous={asked === 'withdraw'}
          isBusy={isPending}
          error={error}
          onConfirm={() => run(asked)}
          onClose={() => {
            setAsked(null);
            reset();
          }}
        >
          <p>{t(`${asked}.text`)}</p>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
