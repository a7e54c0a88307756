import { useTranslation } from 'react-i18next';
import { StateMark } from '../../ui/state-mark.js';
import type { MessageState } from './queries.js';

const tones = { waiting: 'attention', held: 'idle', sending: 'going', sent: 'done', failed: 'danger' } as const;

export function MessageStateMark({ state }: { state: MessageState }) {
  const { t } = useTranslation('mail');
  return <StateMark tone={tones[state]}>{t(`state.${state}`)}</StateMark>;
}
