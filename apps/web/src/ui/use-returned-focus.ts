import { useEffect, useRef, useState } from 'react';

/**
 * A dialog that is taken away while it is open leaves the focus nowhere: this gives it back to what had it before, which
 * opened the dialog.
 */
export function useReturnedFocus(isOpen = true): void {
  // Read while it is first drawn: the dialog takes the focus before any effect of whoever shows it.
  const [before] = useState(() => document.activeElement);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    wasOpen.current = isOpen;
  }, [isOpen]);
  useEffect(
    () => () => {
      if (wasOpen.current && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    },
    [before],
  );
}
