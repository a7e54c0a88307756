import { isDecimalString } from '#domain/decimal/parse-decimal';
import { WrongUsage } from './refusals.js';

/**
 * Reads "Innovation=40,Business=30". A name may contain commas and equals signs: a part without "=" belongs to the
 * next, and the last "=" counts.
 *
 * @throws WrongUsage when a name is empty or given twice, or a value is no decimal of at least 0.
 */
export function namedDecimals(option: string, text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  let pending = '';
  for (const part of text.split(',')) {
    const whole = pending + part;
    const at = whole.lastIndexOf('=');
    if (!part.includes('=')) {
      pending = `${whole},`;
      continue;
    }
    pending = '';
    const name = whole.slice(0, at).trim();
    const value = whole.slice(at + 1).trim();
    if (name === '') throw new WrongUsage(`${option}: "${whole}" names no criterion`);
    if (values.has(name)) throw new WrongUsage(`${option}: "${name}" is given twice`);
    if (!isDecimalString(value) || value.startsWith('-')) {
      throw new WrongUsage(`${option}: "${value}" of "${name}" is not a decimal of at least 0`);
    }
    values.set(name, value);
  }
  if (pending !== '') throw new WrongUsage(`${option}: "${pending.slice(0, -1)}" has no "=VALUE"`);
  return values;
}
