import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { useAct } from '../../../ui/use-act.js';
import { ItemListFields } from '../setting/item-list.js';
import { isComplete, keyed } from '../setting/setting-document.js';
import type { DueDiligence } from './queries.js';

interface ChecklistDialogProps {
  slug: string;
  dueDiligence: DueDiligence;
  onClose: () => void;
}

/** What the edition looks into; cases that were decided keep their words. */
export function ChecklistDialog({ slug, dueDiligence, onClose }: ChecklistDialogProps) {
  const { t } = useTranslation('eligibility');
  const [items, setItems] = useState(dueDiligence.checklist);
  const { run, isPending, error } = useAct(
    (body: Schemas['DueDiligenceChecklistDto'], key) =>
      answer(
        api.PUT('/api/v1/editions/{slug}/due-diligence/checklist', {
          params: { path: { slug }, header: { 'Idempotency-Key': key, 'If-Match': `"${dueDiligence.version}"` } },
          body,
        }),
      ),
    ['due-diligence'],
    onClose,
  );
  return (
    <ConfirmDialog
      isOpen
      title={t('diligence.checklist')}
      act={t('setting.save')}
      isDisabled={!isComplete(items)}
      isBusy={isPending}
      error={error}
      onConfirm={() => run({ checklist: keyed(items) })}
      onClose={onClose}
    >
      <p className="muted">{t('diligence.checklistRule')}</p>
      <ItemListFields list="checklist" items={items} onChange={setItems} />
    </ConfirmDialog>
  );
}
