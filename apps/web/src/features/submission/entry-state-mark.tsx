import { useTranslation } from 'react-i18next';
import { StateMark } from '../../ui/state-mark.js';
import type { OwnEntryLine } from './queries.js';

const tones = { draft: 'attention', submitted: 'done', withdrawn: 'idle' } as const;

export function EntryStateMark({ state }: { state: OwnEntryLine['state'] }) {
  const { t } = useTranslation('submission');
  return <StateMark tone={tones[state]}>{t(`state.${state}`)}</StateMark>;
}
