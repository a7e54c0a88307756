import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/use-text.js';
import type { Draw } from './queries.js';

/** What is drawn and for which panel, in the reader's language. */
export function useDrawScope(): (draw: Pick<Draw, 'kind' | 'panel'>) => string {
  const { t } = useTranslation('draw');
  const text = useText();
  return ({ kind, panel }) => `${t(`kind.${kind}`)}${panel ? ` · ${text(panel.name)}` : ''}`;
}
