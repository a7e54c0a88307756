import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { useRosterAct } from './use-roster-act.js';

const paths = {
  'propose-addition': '/api/v1/editions/{slug}/judges/{id}/addition',
  'propose-removal': '/api/v1/editions/{slug}/judges/{id}/removal',
  takeBack: '/api/v1/editions/{slug}/judges/{id}/change/return',
} as const;

export type RosterAct = keyof typeof paths;

interface RosterActDialogProps {
  slug: string;
  judge: { id: string; name: string | null };
  act: RosterAct;
  onClose: () => void;
}

/** Asks once more before one judge's place is to change, or before a proposal is taken back. */
export function RosterActDialog({ slug, judge, act, onClose }: RosterActDialogProps) {
  const { t } = useTranslation('judges');
  const { run, isPending, error } = useRosterAct(
    (id, key) => answer(api.POST(paths[act], { params: { path: { slug, id }, header: { 'Idempotency-Key': key } } })),
    onClose,
  );
  return (
    <ConfirmDialog
      isOpen
      title={t(`roster.${act}`)}
      act={t(`roster.${act}`)}
      isDangerous={act === 'propose-removal'}
      isBusy={isPending}
      error={error}
      onConfirm={() => run(judge.id)}
      onClose={onClose}
    >
      <p>{t(`roster.${act}Text`, { name: judge.name ?? t('nameless') })}</p>
    </ConfirmDialog>
  );
}
