import { useLayoutEffect, useSyncExternalStore } from 'react';
import { dark, light, type Palette } from './tokens.js';

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
}

/** The reader's own colour scheme and wish for stillness; the palette is also written as `--colour-*` for our stylesheets. */
export function usePalette(): { palette: Palette; isDark: boolean; still: boolean } {
  const isDark = useMedia('(prefers-color-scheme: dark)');
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const palette = isDark ? dark : light;
  useLayoutEffect(() => {
    for (const [key, value] of Object.entries(palette)) {
      document.documentElement.style.setProperty(`--colour-${key}`, value);
    }
  }, [palette]);
  return { palette, isDark, still };
}
