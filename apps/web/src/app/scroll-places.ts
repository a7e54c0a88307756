import type { Location } from 'react-router';

/** Where the browser's tab keeps the scroll positions of its pages. */
export const placesKey = 'scroll-places';

/** Under what a page's scroll position is kept. Pages loaded whole share one key: each is told by its address instead. */
export const placeOf = ({ key, pathname, search, hash }: Pick<Location, 'key' | 'pathname' | 'search' | 'hash'>) =>
  key === 'default' ? `${pathname}${search}${hash}` : key;

type Places = Record<string, number>;

const keptPlaces = (): Places => JSON.parse(sessionStorage.getItem(placesKey) ?? '{}') as Places;

/** A page opened by its address begins at its top; only one that is loaded again or gone back to keeps its place. */
export function openAtPlace(): void {
  const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const { pathname, search, hash } = window.location;
  try {
    const places = keptPlaces();
    if (load?.type === 'reload' || load?.type === 'back_forward') {
      const { key = 'default' } = (window.history.state as { key?: string } | null) ?? {};
      regain(places[placeOf({ key, pathname, search, hash })] ?? 0);
      return;
    }
    const opened = placeOf({ key: 'default', pathname, search, hash });
    const others = Object.entries(places).filter(([place]) => place !== opened);
    sessionStorage.setItem(placesKey, JSON.stringify(Object.fromEntries(others)));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** For how long a page may grow until its place is there, in milliseconds. */
const patience = 10_000;

/**
 * Goes to a place as soon as the page reaches so far: the router goes there while the page's outline stands, which is
 * too short. Whoever scrolls meanwhile stays where they are.
 *
 * @param top in CSS pixels
 */
function regain(top: number): void {
  if (top === 0) return;
  const root = document.documentElement;
  const isMoved = new AbortController();
  const grown = new ResizeObserver(() => {
    if (root.scrollHeight - window.innerHeight < top) return;
    window.scrollTo(0, top);
    isMoved.abort();
  });
  isMoved.signal.addEventListener('abort', () => grown.disconnect());
  for (const act of ['wheel', 'touchstart', 'pointerdown', 'keydown']) {
    window.addEventListener(act, () => isMoved.abort(), { signal: isMoved.signal, passive: true });
  }
  window.setTimeout(() => isMoved.abort(), patience);
  grown.observe(document.body);
}
