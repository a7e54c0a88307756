import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Blocker } from './blockers-of.js';
import './contest.css';

export function BlockerList({ blockers }: { blockers: readonly Blocker[] }) {
  const { t } = useTranslation('contest');
  if (blockers.length === 0) return null;
  return (
    <Alert
      className="form-fault"
      type="warning"
      showIcon
      title={t('blockers')}
      description={
        <ul className="blocker-list">
          {blockers.map(({ code, detail }) => (
            <li key={`${code}-${detail}`}>{detail}</li>
          ))}
        </ul>
      }
    />
  );
}
