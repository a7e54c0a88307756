import type { Locale } from './problem-texts.js';

/**
 * The language for a reader: the signed-in person's own choice, else the first of Accept-Language that is ours, else
 * Chinese. Quality values are read in the order given by their weight (RFC 9110, section 12.5.4).
 */
export function readerLocale(own: Locale | undefined, acceptLanguage: string | undefined): Locale {
  if (own !== undefined) return own;
  const wanted = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().toLowerCase().split(';q=');
      return { language: tag.split('-')[0], weight: quality === undefined ? 1 : Number(quality) };
    })
    .filter((choice) => choice.weight > 0)
    .sort((left, right) => right.weight - left.weight);
  const first = wanted.find((choice) => choice.language === 'zh' || choice.language === 'en');
  return first?.language === 'en' ? 'en' : 'zh';
}
