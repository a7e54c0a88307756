/** The entry's part of the width, in percent: neither side becomes too narrow to be used. */
export const shares = { least: 25, most: 70, step: 2 } as const;

const key = 'leitai.sheet-divider';

/** Below this much of its own text sizes (rem) a sheet is too narrow to be used; the divider takes some pixels besides. */
const sheetRoom = { rem: 22, divider: 44 } as const;

/** So far a pointer moves, in pixels, before it means to move the divider. */
export const dragThreshold = 8;

/** @param width of entry, divider and sheet in pixels @param rem pixels @returns the entry's largest share, in percent */
export function mostShare(width: number, rem: number): number {
  const most = ((width - sheetRoom.divider - sheetRoom.rem * rem) / width) * 100;
  return Math.max(shares.least, Math.min(shares.most, Math.floor(most)));
}

export const withinShares = (share: number, most: number = shares.most): number =>
  Math.min(most, Math.max(shares.least, Math.round(share)));

/** Where a key moves the divider; null for a key that does not. */
export function movedBy(name: string, share: number, most: number = shares.most): number | null {
  switch (name) {
    case 'ArrowLeft':
      return withinShares(share - shares.step, most);
    case 'ArrowRight':
      return withinShares(share + shares.step, most);
    case 'Home':
      return shares.least;
    case 'End':
      return most;
    default:
      return null;
  }
}

/**
 * Where it was left on this device before the place was kept with the person; null where it was never moved. It counts
 * as long as the person has put it nowhere else.
 */
export function keptShare(): number | null {
  const kept = window.localStorage.getItem(key);
  const share = Number(kept);
  return kept !== null && Number.isFinite(share) ? withinShares(share) : null;
}

export const forgetKeptShare = (): void => window.localStorage.removeItem(key);
