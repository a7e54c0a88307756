import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { useAct } from '../../ui/use-act.js';
import type { EntryDraft } from './draft/use-entry-draft.js';
import { usePathLabel } from './entry-paths.js';
import type { SubmissionReceipt } from './entry-receipt.js';
import { definitionOf } from './form/form-queries.js';
import type { OwnEntry } from './queries.js';

export type EntryAct = 'submit' | 'withdraw';

interface EntryActsProps {
  entry: OwnEntry;
  isDirty: boolean;
  isBusy: boolean;
  asked: EntryAct | null;
  onAsk: (act: EntryAct | null) => void;
  onReceipt: (receipt: SubmissionReceipt) => void;
  draft: EntryDraft;
}

export function EntryActs({ entry, isDirty, isBusy, asked, onAsk, onReceipt, draft }: EntryActsProps) {
  const { t } = useTranslation('submission');
  const labelOf = usePathLabel(definitionOf(entry.asked.definition));
  const { run, isPending, error, reset } = useAct<EntryAct, SubmissionReceipt | undefined>(
    async (act, key) => {
      const init = { params: { path: { publicId: entry.publicId }, header: { 'Idempotency-Key': key } } };
      if (act === 'submit') {
        const body = { seenDraft: draft.version() };
        return answer(api.POST('/api/v1/entries/{publicId}/submissions', { ...init, body })).catch(
          (problem: unknown) => {
            // Somebody has kept something else meanwhile: it is shown beside what stands here before anything is submitted.
            if (problem instanceof ApiProblem && problem.code === 'revision-stale') draft.refuse();
            throw problem;
          },
        );
      }
      await answer(api.POST('/api/v1/entries/{publicId}/withdrawal', init));
      return undefined;
    },
    ['entry', 'my-entries', 'notices', 'entry-receipt', 'entry-files'],
    (receipt) => {
      onAsk(null);
      if (receipt) onReceipt(receipt);
    },
  );
  const act = entry.state === 'draft' ? 'submit' : 'withdraw';
  return (
    <div className="entry-acts">
      <Button
        type={act === 'submit' ? 'primary' : 'default'}
        danger={act === 'withdraw'}
        disabled={isBusy}
        onClick={() => onAsk(act)}
      >
        {t(`${act}.act`)}
      </Button>
      {act === 'submit' && isDirty ? <span className="muted">{t('submit.savesFirst')}</span> : null}
      {asked ? (
        <ConfirmDialog
          isOpen
          title={t(`${asked}.title`)}
          act={t(`${asked}.act`)}
          isDangerous={asked === 'withdraw'}
          isBusy={isPending}
          error={error}
          labelOf={labelOf}
          onConfirm={() => run(asked)}
          onClose={() => {
            onAsk(null);
            reset();
          }}
        >
          <p>
            <strong>{entry.title}</strong>
          </p>
          <p>{t(`${asked}.text`)}</p>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
