import { useEffect, useRef, type RefObject } from 'react';

/**
 * Where the focus goes once something that held it has been taken away, such as a form that was saved or given up;
 * whoever has gone on elsewhere meanwhile stays there.
 *
 * @param isShown whether what is going to be taken away is there
 * @returns for an element that may be focused and stands there afterwards
 */
export function useFocusAfter<Place extends HTMLElement>(isShown: boolean): RefObject<Place | null> {
  const place = useRef<Place>(null);
  const wasShown = useRef(isShown);
  useEffect(() => {
    const isGone = wasShown.current && !isShown;
    wasShown.current = isShown;
    if (isGone) focusIfLost(place.current);
  }, [isShown]);
  return place;
}

/** Gives the focus to this place where what held it has gone; whoever has gone on elsewhere meanwhile stays there. */
export function focusIfLost(place: HTMLElement | null): void {
  if (document.activeElement === document.body) place?.focus();
}
