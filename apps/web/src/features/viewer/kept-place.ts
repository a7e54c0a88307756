const pageKey = (id: string) => `leitai.viewer.${id}`;
const zoomKey = 'leitai.viewer-zoom';

/** The page at which the reader of this device left a file; 1 for one not opened before. */
export function keptPage(id: string): number {
  const kept = Number(window.localStorage.getItem(pageKey(id)));
  return Number.isInteger(kept) && kept > 0 ? kept : 1;
}

export function keepPage(id: string, page: number): void {
  window.localStorage.setItem(pageKey(id), String(page));
}

/** Percent of the width that is there. */
export const zooms = [50, 75, 100, 125, 150, 200, 300] as const;

export function keptZoom(): number {
  const kept = Number(window.localStorage.getItem(zoomKey));
  return zooms.some((zoom) => zoom === kept) ? kept : 100;
}

export function keepZoom(zoom: number): void {
  window.localStorage.setItem(zoomKey, String(zoom));
}
