import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiProblem } from '../api/problem.js';
import { EmptyState } from './empty-state.js';
import { useProblemMessage } from './use-problem-message.js';

/** Offers another try only where it may succeed: what a person may not see does not appear by asking again. */
export function FaultState({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  const { sentence } = useProblemMessage();
  const isFinal = error instanceof ApiProblem && !error.isPassing && !error.isExpired;
  return (
    <div role="alert">
      <EmptyState text={sentence(error)}>
        {isFinal ? <Link to="/">{t('notFound.home')}</Link> : <Button onClick={onRetry}>{t('retry')}</Button>}
      </EmptyState>
    </div>
  );
}
