import { useTranslation } from 'react-i18next';
import { StateMark } from '../../ui/state-mark.js';
import type { JudgingWindow } from './judging-window.js';

export function WindowMark({ window: judging }: { window: JudgingWindow }) {
  const { t } = useTranslation('contest');
  if (judging.isOpen) return <StateMark tone="done">{t('window.open')}</StateMark>;
  if (judging.openedAt) return <StateMark tone="idle">{t('window.closed')}</StateMark>;
  return <StateMark tone="attention">{t('window.planned')}</StateMark>;
}
