import { useTranslation } from 'react-i18next';
import { StateMark, type Tone } from '../../ui/state-mark.js';
import type { ListedJudge } from './queries.js';

const tones: Record<ListedJudge['account'], Tone> = { none: 'idle', 'signs-in': 'done', disabled: 'attention' };

/** Whether somebody signs in by the account of a judge. */
export function AccountMark({ account }: Pick<ListedJudge, 'account'>) {
  const { t } = useTranslation('judges');
  return <StateMark tone={tones[account]}>{t(`account.${account}`)}</StateMark>;
}
