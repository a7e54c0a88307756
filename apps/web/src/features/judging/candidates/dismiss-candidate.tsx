import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { type Candidate, candidateKeys } from './queries.js';
import { useCandidateAct } from './use-candidate-act.js';

interface DismissCandidateProps {
  stageId: string;
  candidate: Candidate;
  onClose: () => void;
}

/** It is no conflict, for a reason that somebody can read later. */
export function DismissCandidate({ stageId, candidate, onClose }: DismissCandidateProps) {
  const { judge, entry, version, isCalibration } = candidate;
  const { t } = useTranslation('candidates');
  const id = useId();
  const [reason, setReason] = useState('');
  const { run, isPending, error } = useCandidateAct(
    (body: Schemas['DismissCandidateDto'], key) =>
      answer(
        api.POST('/api/v1/stages/{stageId}/conflict-candidates/dismissals', {
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
      title={t('dismissTitle')}
      act={t('dismissAct')}
      isDisabled={reason.trim() === ''}
      isBusy={isPending}
      error={error}
      onConfirm={() => run({ judgeId: judge.id, entryId: entry.id, version, reason: reason.trim() })}
      onClose={onClose}
    >
      <p>
        {t(isCalibration ? 'dismissCalibrationText' : 'dismissText', {
          judge: judge.name ?? t('nameless'),
          number: entry.number,
          title: entry.title,
        })}
      </p>
      <label htmlFor={id}>{t('dismissReason')}</label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </ConfirmDialog>
  );
}
