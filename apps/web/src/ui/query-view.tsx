import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FaultState } from './fault-state.js';
import { Shape } from './shape.js';

interface QueryViewProps<T> {
  query: UseQueryResult<T>;
  shape?: ReactNode;
  children: (data: T) => ReactNode;
}

/** The three states every page has. Old data stays while a renewal fails: something is better than nothing. */
export function QueryView<T>({ query, shape, children }: QueryViewProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <FaultState error={query.error} onRetry={() => void query.refetch()} />;
  return shape ?? <Shape lines={5} block />;
}
