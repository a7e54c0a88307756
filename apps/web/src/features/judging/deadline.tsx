import { useTranslation } from 'react-i18next';
import { useServerNow } from '../../app/server-clock.js';
import { Moment } from '../../ui/moment.js';
import { StateMark } from '../../ui/state-mark.js';
import type { JudgingWindow } from '../contest/judging-window.js';

const minute = 60_000;
const soon = 24 * 60;

/** When the window closes, in Beijing and on the reader's clock, and how long is left by the server's clock. */
export function Deadline({ window: judging }: { window: JudgingWindow }) {
  const { t } = useTranslation('judging');
  const now = useServerNow();
  const at = judging.deadlineAt ?? judging.plannedClosesAt;
  if (!judging.isOpen) {
    return <StateMark tone="idle">{t(judging.closedAt ? 'windowOver' : 'windowClosed')}</StateMark>;
  }
  const left = Math.max(0, Math.floor((new Date(at).getTime() - now) / minute));
  const days = Math.floor(left / (24 * 60));
  const hours = Math.floor((left % (24 * 60)) / 60);
  const text =
    days > 0
      ? t('left.days', { days, hours })
      : hours > 0
        ? t('left.hours', { hours, minutes: left % 60 })
        : t('left.minutes', { minutes: left });
  return (
    <span className="deadline">
      {t('deadline')} <Moment at={at} />{' '}
      {left > 0 ? <StateMark tone={left < soon ? 'attention' : 'idle'}>{text}</StateMark> : null}
    </span>
  );
}
