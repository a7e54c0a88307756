import { useTranslation } from 'react-i18next';

/** Why a corrected version may be made: the choices of the form, and the words of the notice. */
export const correctionReasons = ['score-corrected', 'entry-withdrawn', 'tie-decided', 'text-corrected'] as const;

type CorrectionReason = (typeof correctionReasons)[number];

function isKnown(code: string): code is CorrectionReason {
  return (correctionReasons as readonly string[]).includes(code);
}

/** A reason in words; one given by another program is shown by its code rather than left out. */
export function useReasonText(): (code: string) => string {
  const { t } = useTranslation('results');
  return (code) => (isKnown(code) ? t(`freeze.reasons.${code}`) : code);
}
