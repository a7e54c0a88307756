/**
 * Orders strings by Unicode code point, so that no locale, collation or engine changes a result. JavaScript's own
 * order is by UTF-16 unit, where a surrogate (of U+10000 and above) sorts below U+E000.
 *
 * @example ['b', 'a', '乙'].sort(compareCodePoints) // ['a', 'b', '乙']
 */
export function compareCodePoints(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const a = left.charCodeAt(index);
    const b = right.charCodeAt(index);
    if (a !== b) return codePointOrder(a) - codePointOrder(b);
  }
  return left.length - right.length;
}

function codePointOrder(unit: number): number {
  if (unit >= 0xe000) return unit - 0x800;
  return unit >= 0xd800 ? unit + 0x2000 : unit;
}
