import { useTranslation } from 'react-i18next';
import { isLocale, type Locale } from './index.js';

export type BilingualText = { readonly zh: string; readonly en: string };

export function useLocale(): Locale {
  const { i18n } = useTranslation();
  return isLocale(i18n.resolvedLanguage) ? i18n.resolvedLanguage : 'zh';
}

/** Picks the reader's language of a text that is data: names of contests, tracks, criteria. */
export function useText(): (text: BilingualText | null | undefined) => string {
  const locale = useLocale();
  return (text) => text?.[locale] ?? '';
}
