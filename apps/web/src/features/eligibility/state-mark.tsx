import { useTranslation } from 'react-i18next';
import { StateMark, type Tone } from '../../ui/state-mark.js';
import type { EligibilityState } from './queries.js';

const tones: Record<EligibilityState, Tone> = {
  unchecked: 'idle',
  corrected: 'busy',
  'second-reading': 'busy',
  'needs-correction': 'attention',
  overdue: 'danger',
  passed: 'done',
  failed: 'danger',
};

export function EligibilityMark({ state }: { state: EligibilityState }) {
  const { t } = useTranslation('eligibility');
  return <StateMark tone={tones[state]}>{t(`state.${state}`)}</StateMark>;
}
