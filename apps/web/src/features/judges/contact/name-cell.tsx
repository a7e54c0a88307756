import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFocusAfter } from '../../../ui/use-focus-after.js';
import { AccountMark } from '../account-mark.js';
import type { ListedJudge } from '../queries.js';

interface NameCellProps {
  judge: ListedJudge;
  /** Whether the dialog is about this judge. */
  isAsked: boolean;
  onChange: () => void;
}

/** Who a judge is and how they are reached, with the address that awaits a second person. */
export function NameCell({ judge, isAsked, onChange }: NameCellProps) {
  const { t } = useTranslation('judges');
  const cell = useFocusAfter<HTMLDivElement>(isAsked);
  const name = judge.name ?? t('nameless');
  const mayChange = judge.newEmail === null && judge.account !== 'disabled';
  return (
    <div ref={cell} tabIndex={-1} role="group" aria-label={t('contact.of', { name })}>
      {name}
      <div className="judge-second">{judge.email}</div>
      {judge.newEmail === null ? null : (
        <div className="judge-second">{t('contact.waits', { email: judge.newEmail })}</div>
      )}
      <AccountMark account={judge.account} />
      {mayChange ? (
        <div className="judge-act">
          <Button size="small" onClick={onChange} aria-label={t('actOf', { act: t('contact.change'), name })}>
            {t('contact.change')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
