import type { QueryClient } from '@tanstack/react-query';

/** Drops every answer that no open page shows: after a recusal none of them may show the entry again. */
export function forgetUnseen(client: QueryClient): void {
  client.removeQueries({ type: 'inactive', predicate: ({ queryKey }) => queryKey[0] !== 'session' });
}
