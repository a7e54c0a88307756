import { useTranslation } from 'react-i18next';
import { StateMark, type Tone } from '../../ui/state-mark.js';
import type { Draw } from './queries.js';

const tones: Record<Draw['state'] | 'replaced', Tone> = {
  committed: 'attention',
  drawn: 'attention',
  confirmed: 'done',
  'taken-back': 'idle',
  replaced: 'idle',
};

/** How far a draw is. */
export function DrawState({ draw }: { draw: Pick<Draw, 'state' | 'replacedAt'> }) {
  const { t } = useTranslation('draw');
  const state = draw.replacedAt === null ? draw.state : 'replaced';
  return <StateMark tone={tones[state]}>{t(`state.${state}`)}</StateMark>;
}
