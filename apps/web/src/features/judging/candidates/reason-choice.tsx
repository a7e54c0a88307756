import { useTranslation } from 'react-i18next';
import { Choice } from '../../../ui/choice.js';
import { recusalReasons, type RecusalReason } from '../recusal-reasons.js';
import type { Candidate, Evidence } from './queries.js';

const suggested: Record<Evidence['code'], RecusalReason> = {
  'same-employer': 'same-organisation',
  'earlier-employer': 'same-organisation',
  'avoided-person': 'other',
  'avoided-employer': 'other',
  'rival-employer': 'business-interest',
  'named-in-team': 'own-entry',
  'earlier-rival-employer': 'business-interest',
  'competitor-employer': 'business-interest',
  'earlier-competitor-employer': 'business-interest',
  advisee: 'adviser-of-the-team',
  'co-author': 'other',
  investment: 'business-interest',
  'family-name': 'family',
};

/** The reason that the strongest evidence speaks for; another one can be chosen. */
export const suggestedReason = ({ evidence }: Candidate): RecusalReason =>
  suggested[evidence[0]?.code ?? 'family-name'];

export function ReasonChoice({ value, onChange }: { value: RecusalReason; onChange: (reason: RecusalReason) => void }) {
  const { t } = useTranslation(['recusal', 'judging']);
  return (
    <Choice
      label={t('reason')}
      value={value}
      options={recusalReasons.map((one) => ({ value: one, text: t(`judging:recusal.grounds.${one}`) }))}
      onChange={onChange}
    />
  );
}
