import type { Location } from 'react-router';

/** Where the browser's tab keeps the scroll positions of its pages. */
export const placesKey = 'scroll-places';

/** Under what a page's scroll position is kept. Pages loaded whole share one key: each is told by its address instead. */
export const placeOf = ({ key, pathname, search, hash }: Pick<Location, 'key' | 'pathname' | 'search' | 'hash'>) =>
  key === 'default' ? `${pathname}${search}${hash}` : key;

/** A page opened by its address begins at its top; only one that is loaded again or gone back to keeps its place. */
export function forgetOpenedPlace(): void {
  const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (load?.type === 'reload' || load?.type === 'back_forward') return;
  try {
    const places = JSON.parse(sessionStorage.getItem(placesKey) ?? '{}') as Record<string, number>;
    const { pathname, search, hash } = window.location;
    const opened = placeOf({ key: 'default', pathname, search, hash });
    const others = Object.entries(places).filter(([place]) => place !== opened);
    sessionStorage.setItem(placesKey, JSON.stringify(Object.fromEntries(others)));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
