import type { FileEntry } from './score-file.js';

/** Decimals that are compared at most. */
const mostPlaces = 20;

/** Spreadsheets compute with 15 significant digits; a figure that fills them was never meant to be published so. */
export function isFullDouble(decimal: string): boolean {
  return decimal.replace(/^-?[0.]*/, '').replace('.', '').length >= 15;
}

/** Decimals of a decimal string as written: 2 for 85.60. */
export function placesOf(decimal: string): number {
  const point = decimal.indexOf('.');
  return point < 0 ? 0 : Math.min(decimal.length - point - 1, mostPlaces);
}

/**
 * Decimals to which an office published its scores: the most of any, since 89.6 beside 85.25 is 89.60. Figures that
 * only a computation can have are left out. Null where no score is published.
 */
export function publishedPlaces(entries: readonly Pick<FileEntry, 'publishedScore'>[]): number | null {
  const figures = entries.flatMap(({ publishedScore }) => (publishedScore === null ? [] : [publishedScore]));
  const typed = figures.filter((figure) => !isFullDouble(figure));
  return figures.length === 0 ? null : typed.reduce((most, figure) => Math.max(most, placesOf(figure)), 0);
}
