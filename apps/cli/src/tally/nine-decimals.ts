const billion = 1_000_000_000;
const zero = 0x30;

/** `String(value)`, made of whole numbers where the value has at most nine decimals: half the time for many. */
export function nineDecimalText(value: number): string {
  const units = Math.round(value * billion);
  // Below a millionth there is an exponent; above, sixteen digits are not always the shortest text.
  if (!(value >= 1e-6 && units < 1e15 && units / billion === value)) return String(value);
  const part = units % billion;
  const whole = (units - part) / billion;
  if (part === 0) return String(whole);
  const digits = String(billion + part);
  let end = digits.length;
  while (digits.charCodeAt(end - 1) === zero) end -= 1;
  return `${whole}.${digits.slice(1, end)}`;
}
