import type { ErrorDetails } from '#domain';
import { instantText } from './instant-text.js';
import type { Locale } from './problem-texts.js';

/** Puts the details of a problem into its sentence, where they hold what `{name}` stands for; instants in Beijing time. */
export function fillSentence(sentence: string, details: ErrorDetails, locale: Locale): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = details[name];
    if (typeof value === 'string') return instantText(value, locale);
    return typeof value === 'number' ? String(value) : whole;
  });
}
