import { isDay } from '../form/shape-check.js';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A day as offices write it, as YYYY-MM-DD: 2026-11-23, 2026/11/23, 2026.11.23, 2026年11月23日, 20261123, 23 November
 * 2026, Nov 23, 2026. Where day and month could be taken for each other (5/7/2026) it is none.
 */
export function readDay(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const [, year, month, day] =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/u.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ??
    [];
  if (year !== undefined) return dayOf(year, month ?? '', day ?? '');
  const [, first, name, named] = /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\.?,?\s+(\d{4})$/i.exec(plain) ?? [];
  if (name !== undefined) return dayOf(named ?? '', monthOf(name), first ?? '');
  const [, word, date, of] = /^([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(plain) ?? [];
  return word === undefined ? null : dayOf(of ?? '', monthOf(word), date ?? '');
}

function dayOf(year: string, month: string, day: string): string | null {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) ? written : null;
}

const monthOf = (name: string) => String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1);

/**
 * A phone number as E.164 where the text says its country: with a plus or 00 before it, or as a Chinese mobile number.
 * What is none comes back as it was, for the form's own check to refuse.
 */
export function readPhone(text: string): string {
  const digits = text.normalize('NFKC').replace(/[\s().\-‐-―]/gu, '');
  if (/^\+[1-9]\d+$/.test(digits)) return digits;
  if (/^00[1-9]\d+$/.test(digits)) return `+${digits.slice(2)}`;
  if (/^(86)?1[3-9]\d{9}$/.test(digits)) return `+86${digits.slice(-11)}`;
  return text.trim();
}

/** A decimal number without the marks that group its thousands; anything else as it was. */
export function readDecimal(text: string): string {
  const plain = text.normalize('NFKC').replace(/\s/gu, '');
  return /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
}

const truths = ['true', 'yes', 'y', '1', '是', '有', '需要', '√', '✓'];
const untruths = ['false', 'no', 'n', '0', '否', '无', '不', '不需要', '×'];

export function readBoolean(text: string): boolean | null {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  return truths.includes(plain) ? true : untruths.includes(plain) ? false : null;
}
