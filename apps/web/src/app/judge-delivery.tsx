import { useEffect } from 'react';
import { startOfflineShell } from './start-offline-shell.js';
import { useSession } from '../features/identity/use-session.js';

/** Whatever page a judge has open, what waits on this device is sent. Nobody else loads it. */
export function JudgeDelivery() {
  const { user, isJudge } = useSession();
  const person = isJudge ? user?.key : undefined;
  useEffect(() => {
    if (person === undefined) return undefined;
    startOfflineShell();
    let end: (() => void) | null = null;
    let isOver = false;
    void import('../features/judging/delivery.js').then(({ startDelivery }) => {
      if (!isOver) end = startDelivery();
    });
    return () => {
      isOver = true;
      end?.();
    };
  }, [person]);
  return null;
}
