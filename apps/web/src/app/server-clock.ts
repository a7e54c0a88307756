import { useEffect, useState } from 'react';

let offset = 0;

/** Deadlines are decided by the database clock; the page counts down by it too, whatever the device says. */
export function setServerTime(iso: string): void {
  offset = new Date(iso).getTime() - Date.now();
}

/** Milliseconds since 1970 on the server's clock, now. */
export const serverNow = (): number => Date.now() + offset;

/** Milliseconds since 1970 on the server's clock, renewed each `every` milliseconds. */
export function useServerNow(every = 10_000): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
