import { useEffect, useRef, useState } from 'react';

/**
 * A dialog that is taken away while it is open leaves the focus nowhere: this gives it back to what had it before, which
 * opened the dialog.
 */
export function useReturnedFocus(isOpen = true): void {
  // Read while it is drawn open: the dialog takes the focus before any effect of whoever shows it.
  const [drawn, setDrawn] = useState(() => ({ isOpen, before: document.activeElement }));
  if (drawn.isOpen !== isOpen) setDrawn({ isOpen, before: isOpen ? document.activeElement : drawn.before });
  const last = useRef(drawn);
  useEffect(() => {
    last.current = drawn;
  }, [drawn]);
  useEffect(
    () => () => {
      const { isOpen: wasOpen, before } = last.current;
      if (wasOpen && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    },
    [],
  );
}
