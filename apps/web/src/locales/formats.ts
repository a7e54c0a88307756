import { useLocale } from './use-text.js';
import type { Locale } from './index.js';

const beijing = 'Asia/Shanghai';
/** Dates in the order of most of the world: 23 Nov 2026. */
const formatTags: Record<Locale, string> = { zh: 'zh-Hans-CN', en: 'en-GB' };

function dateTime(locale: Locale, zone: string | undefined, withDate: boolean): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(formatTags[locale], {
    ...(withDate ? { year: 'numeric', month: locale === 'zh' ? 'long' : 'short', day: 'numeric' } : {}),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  });
}

/** Date and time in Beijing, in a language that need not be the page's. */
export const beijingTime = (locale: Locale, iso: string): string =>
  dateTime(locale, beijing, true).format(new Date(iso));

/** A sum with its thousands grouped, exact: the digits come from the string, never from a float. */
export function groupDigits(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Yuan as a decimal string → hundred millions (亿) or billions, exact, without trailing zeros. */
export function shiftPoint(decimal: string, places: number): string {
  const [whole = '0', fraction = ''] = decimal.split('.');
  const digits = whole.padStart(places + 1, '0');
  const moved = `${digits.slice(0, -places)}.${digits.slice(-places)}${fraction}`;
  return groupDigits(moved.replace(/\.?0+$/, ''));
}

export interface Formats {
  count: (value: number) => string;
  percent: (part: number, whole: number) => string;
  /** A small share from 0 to 1, to a hundredth of a per cent. */
  smallPercent: (share: number) => string;
  /** Date and time in Beijing. */
  beijing: (iso: string) => string;
  /** The same moment on the reader's own clock, or null where that is the same clock. */
  own: (iso: string) => string | null;
  date: (iso: string) => string;
  /** Name of a wording that people agreed to: a date is written out, any other name stands as it is. */
  wording: (version: string) => string;
  time: (iso: string) => string;
  /** Hours and minutes on the reader's own clock. */
  clock: (iso: string) => string;
}

export function useFormats(): Formats {
  const locale = useLocale();
  const tag = formatTags[locale];
  const date = (iso: string) =>
    new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: beijing }).format(new Date(iso));
  return {
    count: (value) => new Intl.NumberFormat(tag).format(value),
    percent: (part, whole) =>
      new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }).format(whole === 0 ? 0 : part / whole),
    smallPercent: (share) => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 2 }).format(share),
    beijing: (iso) => beijingTime(locale, iso),
    own: (iso) => {
      const at = new Date(iso);
      const own = dateTime(locale, undefined, true).format(at);
      return own === beijingTime(locale, iso) ? null : own;
    },
    date,
    wording: (version) => (/^\d{4}-\d{2}-\d{2}$/.test(version) ? date(version) : version),
    time: (iso) => dateTime(locale, beijing, false).format(new Date(iso)),
    clock: (iso) => dateTime(locale, undefined, false).format(new Date(iso)),
  };
}
