/** The entry's part of the width, in percent: neither side becomes too narrow to be used. */
export const shares = { least: 25, most: 70, step: 2 } as const;

const key = 'leitai.sheet-divider';

export const withinShares = (share: number): number => Math.min(shares.most, Math.max(shares.least, Math.round(share)));

/** Where a key moves the divider; null for a key that does not. */
export function movedBy(name: string, share: number): number | null {
  switch (name) {
    case 'ArrowLeft':
      return withinShares(share - shares.step);
    case 'ArrowRight':
      return withinShares(share + shares.step);
    case 'Home':
      return shares.least;
    case 'End':
      return shares.most;
    default:
      return null;
  }
}

/** Where the judge left it on this device; null where it was never moved. */
export function keptShare(): number | null {
  const kept = window.localStorage.getItem(key);
  const share = Number(kept);
  return kept !== null && Number.isFinite(share) ? withinShares(share) : null;
}

export function keepShare(share: number | null): void {
  if (share === null) window.localStorage.removeItem(key);
  else window.localStorage.setItem(key, String(share));
}
