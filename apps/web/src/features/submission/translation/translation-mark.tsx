import { useTranslation } from 'react-i18next';
import { StateMark, type Tone } from '../../../ui/state-mark.js';
import type { ReadTranslation, TranslationState } from './translation-queries.js';

const tones: Record<TranslationState, Tone> = {
  missing: 'idle',
  incomplete: 'attention',
  outdated: 'attention',
  unconfirmed: 'attention',
  confirmed: 'done',
};

export function TranslationStateMark({ state }: { state: TranslationState }) {
  const { t } = useTranslation('translation');
  return <StateMark tone={tones[state]}>{t(`state.${state}`)}</StateMark>;
}

/** Whose words a reader has here, whether the team stands by them, and that the original prevails. */
export function TranslationMark({ author, state }: Pick<ReadTranslation, 'author' | 'state'>) {
  const { t } = useTranslation('translation');
  return (
    <p className="translation-mark">
      {t(`by.${author}`)} <TranslationStateMark state={state} /> <span className="muted">{t('prevails')}</span>
    </p>
  );
}
