import { roundToNineDecimals } from '../statistics/round-to-nine-decimals.js';

/**
 * A document whose numbers are cut to 9 decimals, so that the last bits of a double change no hash; what is no number
 * becomes null, and so does nothing else.
 */
export function roundedFigures<T>(value: T): T {
  return rounded(value) as T;
}

function rounded(value: unknown): unknown {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return null;
    // Beyond that a double has no decimals.
    return Number.isInteger(value) || Math.abs(value) > 1e15 ? value + 0 : roundToNineDecimals(value) + 0;
  }
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, rounded(part)]));
}
