import type { TallyFailpoint } from '#scoring';

/** Ends this process without any ado at the named point; configuration lets only test processes name one. */
export function failpointOf(name: string | undefined): TallyFailpoint | null {
  if (name === undefined) return null;
  return (point) => {
    if (point === name) process.kill(process.pid, 'SIGKILL');
  };
}
