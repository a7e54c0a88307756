import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import type { RecusalReason } from '../recusal-reasons.js';
import { type Candidate, candidateKeys } from './queries.js';
import { ReasonChoice, suggestedReason } from './reason-choice.js';
import { useCandidateAct } from './use-candidate-act.js';

interface ConfirmCandidateProps {
  stageId: string;
  candidate: Candidate;
  onClose: () => void;
}

/** The conflict is declared as the team has asked. */
export function ConfirmCandidate({ stageId, candidate, onClose }: ConfirmCandidateProps) {
  const { t } = useTranslation('candidates');
  const { judge, entry, version } = candidate;
  const [reason, setReason] = useState<RecusalReason>(suggestedReason(candidate));
  const { run, isPending, error } = useCandidateAct(
    (body: Schemas['ConfirmCandidateDto'], key) =>
      answer(
        api.POST('/api/v1/stages/{stageId}/conflict-candidates/confirmations', {
          params: { path: { stageId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    candidateKeys,
    onClose,
  );
  return (
    <ConfirmDialog
      isOpen
      title={t('confirmTitle')}
      act={t('confirmAct')}
      isDangerous
      isBusy={isPending}
      error={error}
      onConfirm={() => run({ judgeId: judge.id, entryId: entry.id, version, reasonCode: reason })}
      onClose={onClose}
    >
      <p>{t('confirmText', { judge: judge.name ?? t('nameless'), number: entry.number, title: entry.title })}</p>
      <ReasonChoice value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}
