import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import type { RecusalReason } from '../recusal-reasons.js';
import { type Candidate, orderedCandidateKeys } from './queries.js';
import { ReasonChoice, suggestedReason } from './reason-choice.js';
import { useCandidateAct } from './use-candidate-act.js';

const longest = { reason: 500, evidence: 1000 } as const;

interface OrderCandidateProps {
  stageId: string;
  slug: string;
  candidate: Candidate;
  onClose: () => void;
}

/**
 * The first person's half of an ordered recusal. Its words are typed and never filled in from the evidence: more people
 * read an order than may read whom a team names.
 */
export function OrderCandidate({ stageId, slug, candidate, onClose }: OrderCandidateProps) {
  const { t } = useTranslation(['candidates', 'recusal']);
  const id = useId();
  const { judge, entry, version } = candidate;
  const [reasonCode, setReasonCode] = useState<RecusalReason>(suggestedReason(candidate));
  const [words, setWords] = useState({ reason: '', evidence: '' });
  const [reason, evidence] = [words.reason.trim(), words.evidence.trim()];
  const { run, isPending, error } = useCandidateAct(
    (body: Schemas['OrderRecusalDto'], key) =>
      answer(
        api.POST('/api/v1/editions/{slug}/recusal-orders', {
          params: { path: { slug }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    orderedCandidateKeys,
    onClose,
  );
  const order = {
    entryNumber: entry.number,
    judge: judge.id,
    organiser: null,
    handedTo: null,
    seen: { stageId, version },
  };
  return (
    <ConfirmDialog
      isOpen
      title={t('orderTitle')}
      act={t('recusal:orders.act')}
      isDangerous
      isDisabled={reason === '' || evidence === ''}
      isBusy={isPending}
      error={error}
      onConfirm={() => run({ ...order, reasonCode, reason, evidence })}
      onClose={onClose}
    >
      <p>{t('recusal:orders.confirmOrder', { name: judge.name ?? t('nameless'), number: entry.number })}</p>
      <ReasonChoice value={reasonCode} onChange={setReasonCode} />
      {(['reason', 'evidence'] as const).map((field) => (
        <div key={field} className="candidate-words">
          <label htmlFor={`${id}-${field}`}>{t(`recusal:orders.${field}`)}</label>
          <Input.TextArea
            id={`${id}-${field}`}
            aria-describedby={`${id}-${field}-help`}
            rows={2}
            maxLength={longest[field]}
            value={words[field]}
            onChange={(event) => setWords({ ...words, [field]: event.target.value })}
          />
          <p id={`${id}-${field}-help`} className="muted">
            {t(`recusal:orders.${field}Help`)}
          </p>
        </div>
      ))}
    </ConfirmDialog>
  );
}
