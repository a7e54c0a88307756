import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { useText } from '../../../locales/use-text.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { useAct } from '../../../ui/use-act.js';
import type { DueDiligenceCase } from './queries.js';

/** `refuse` proposes that the team retires, `approve` is the second person's half of it. */
export type CaseAct = 'pass' | 'refuse' | 'approve' | 'takeBack';

const paths = {
  pass: '/api/v1/editions/{slug}/due-diligence/cases/{id}/pass',
  refuse: '/api/v1/editions/{slug}/due-diligence/cases/{id}/refusal',
  approve: '/api/v1/editions/{slug}/due-diligence/cases/{id}/refusal/approval',
  takeBack: '/api/v1/editions/{slug}/due-diligence/cases/{id}/refusal/return',
} as const;

interface CaseDialogProps {
  slug: string;
  found: DueDiligenceCase;
  act: CaseAct;
  onClose: () => void;
}

/** Asks once more before an act on a case, and says what follows from it. */
export function CaseDialog({ slug, found, act, onClose }: CaseDialogProps) {
  const { t } = useTranslation('eligibility');
  const text = useText();
  const { run, isPending, error } = useAct(
    (version: number, key) =>
      answer(
        api.POST(paths[act], {
          params: { path: { slug, id: found.id }, header: { 'Idempotency-Key': key } },
          body: { version },
        }),
      ),
    ['due-diligence', 'stages', 'ranking'],
    onClose,
  );
  return (
    <ConfirmDialog
      isOpen
      title={t(`diligence.${act}`)}
      act={t(`diligence.${act}`)}
      isDangerous={act === 'approve'}
      isBusy={isPending}
      error={error}
      onConfirm={() => run(found.version)}
      onClose={onClose}
    >
      <p>{t(`diligence.${act}Text`, { title: found.entry.title, stage: text(found.stage) })}</p>
    </ConfirmDialog>
  );
}
