import { analysisWithheldTexts } from '#domain/analysis/analysis-withheld-texts';
import type { Locale } from '../../../locales/index.js';
import type { Withheld } from './analysis-types.js';

/** Why a figure is not shown, in a sentence; a reason that this page does not know yet stands as its code. */
export function withheldSentence({ reason, needed, present }: Withheld, locale: Locale): string {
  const texts: Readonly<Record<string, Record<Locale, string> | undefined>> = analysisWithheldTexts;
  const text = texts[reason]?.[locale] ?? reason;
  return text.replace('{needed}', String(needed ?? '')).replace('{present}', String(present ?? ''));
}
