import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../api/problem.js';

const attempts = 3;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What a person may not see does not become visible by asking again; a lost connection does.
      retry: (failures, error) => failures < attempts && error instanceof ApiProblem && error.isPassing,
    },
    mutations: { retry: false },
  },
});
