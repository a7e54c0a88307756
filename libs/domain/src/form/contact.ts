/** E.164: a plus sign, the country's code and the number, 8 to 15 digits in all. */
export function isPhone(text: string): boolean {
  return /^\+[1-9][0-9]{7,14}$/.test(text);
}

/** Something before and after one @, and a dot in the host: whether it is delivered only sending tells. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>"(),;:\\[\]]+@[^\s@.<>"(),;:\\[\]]+(\.[^\s@.<>"(),;:\\[\]]+)+$/.test(text);
}
