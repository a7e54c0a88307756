import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { useAct } from '../../ui/use-act.js';
import type { OwnEntry } from './queries.js';

type EntryAct = 'submit' | 'withdraw';

export function EntryActs({ entry, isOpen }: { entry: OwnEntry; isOpen: boolean }) {
  const { t } = useTranslation('submission');
  const [asked, setAsked] = useState<EntryAct | null>(null);
  const { run, isPending, error, reset } = useAct<EntryAct, unknown>(
    (act, key) => {
      const init = { params: { path: { publicId: entry.publicId }, header: { 'Idempotency-Key': key } } };
      return act === 'submit'
        ? answer(api.POST('/api/v1/entries/{publicId}/submissions', init))
        : answer(api.POST('/api/v1/entries/{publicId}/withdrawal', init));
    },
    ['entry', 'my-entries'],
    () => setAsked(null),
  );
  if (!isOpen) return null;
  const act = entry.state === 'draft' ? 'submit' : 'withdraw';
  return (
    <div className="entry-acts">
      <Button type={act === 'submit' ? 'primary' : 'default'} danger={act === 'withdraw'} onClick={() => setAsked(act)}>
        {t(`${act}.act`)}
      </Button>
      <ConfirmDialog
        isOpen={asked !== null}
        title={t(`${act}.title`)}
        act={t(`${act}.act`)}
        isDangerous={act === 'withdraw'}
        isBusy={isPending}
        error={error}
        onConfirm={() => run(act)}
        onClose={() => {
          setAsked(null);
          reset();
        }}
      >
        <p>{t(`${act}.text`)}</p>
      </ConfirmDialog>
    </div>
  );
}
