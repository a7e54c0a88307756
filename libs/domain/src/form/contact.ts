/**
 * A telephone number without what people put between its digits: blanks, hyphens, dots and brackets.
 *
 * @example compactPhone('+86 138-1234 5678') // '+8613812345678'
 */
export function compactPhone(text: string): string {
  return text.replace(/[\s().\-\u2010-\u2015\uFF08\uFF09]/g, '');
}

/** E.164, however its digits are grouped: a plus sign, the country's code and the number, 8 to 15 digits in all. */
export function isPhone(text: string): boolean {
  return /^\+[1-9][0-9]{7,14}$/.test(compactPhone(text));
}

/** Something before and after one @, and a dot in the host: whether it is delivered only sending tells. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>"(),;:\\[\]]+@[^\s@.<>"(),;:\\[\]]+(\.[^\s@.<>"(),;:\\[\]]+)+$/.test(text);
}
