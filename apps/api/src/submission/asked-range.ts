import type { ByteRange } from '#storage';

/**
 * The one part of a file that a `Range` header asks for (RFC 9110, 14.1.2), its ends included.
 *
 * @param size bytes of the whole
 * @returns null for the whole: without a header, and for a header of several parts or another unit, which may be ignored
 */
export function askedRange(header: string | undefined, size: number): ByteRange | 'outside' | null {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  const [, from = '', to = ''] = found ?? [];
  if (!found || (from === '' && to === '')) return null;
  if (from === '') {
    const length = Math.min(Number(to), size);
    return length === 0 ? 'outside' : { first: size - length, last: size - 1 };
  }
  const first = Number(from);
  if (first >= size) return 'outside';
  if (to !== '' && Number(to) < first) return null;
  return { first, last: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
}
