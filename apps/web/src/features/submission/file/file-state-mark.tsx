import { useTranslation } from 'react-i18next';
import { StateMark, type Tone } from '../../../ui/state-mark.js';
import type { EntryFile } from './queries.js';

const tones: Record<EntryFile['state'], Tone> = {
  filed: 'attention',
  uploading: 'attention',
  checking: 'busy',
  ready: 'done',
  refused: 'danger',
  missing: 'danger',
};

export function FileStateMark({ file }: { file: EntryFile }) {
  const { t } = useTranslation('file');
  return <StateMark tone={tones[file.state]}>{t(`state.${file.state}`)}</StateMark>;
}
