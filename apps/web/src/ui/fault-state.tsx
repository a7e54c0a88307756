import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './empty-state.js';
import { useProblemMessage } from './use-problem-message.js';

export function FaultState({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  const { sentence } = useProblemMessage();
  return (
    <div role="alert">
      <EmptyState text={sentence(error)}>
        <Button onClick={onRetry}>{t('retry')}</Button>
      </EmptyState>
    </div>
  );
}
