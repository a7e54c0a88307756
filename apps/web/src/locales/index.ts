import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { setRequestLanguage } from '../api/client.js';

export const locales = ['zh', 'en'] as const;
export type Locale = (typeof locales)[number];

/** How each language names itself in a document: glyphs of one character differ between scripts. */
export const languageTags: Record<Locale, string> = { zh: 'zh-Hans', en: 'en' };

/** A language in its own words: it is meant for whoever reads no other. */
export const languageName = (locale: Locale) =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;

const storageKey = 'leitai.locale';
const loaders = { zh: () => import('./zh/index.js'), en: () => import('./en/index.js') };

export function isLocale(value: unknown): value is Locale {
  return value === 'zh' || value === 'en';
}

/** The language chosen on this device, else the browser's. */
export function firstLocale(): Locale {
  const kept = window.localStorage.getItem(storageKey);
  if (isLocale(kept)) return kept;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** Fetches a language's texts once; a page that must work without network does so beforehand. */
export async function loadTexts(locale: Locale): Promise<void> {
  if (i18next.hasResourceBundle(locale, 'common')) return;
  const { texts } = await loaders[locale]();
  for (const [namespace, bundle] of Object.entries(texts)) i18next.addResourceBundle(locale, namespace, bundle);
}

export async function changeLocale(locale: Locale): Promise<void> {
  await loadTexts(locale);
  await i18next.changeLanguage(locale);
  setRequestLanguage(locale);
  document.documentElement.lang = languageTags[locale];
  window.localStorage.setItem(storageKey, locale);
}

export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: firstLocale(),
    fallbackLng: false,
    defaultNS: 'common',
    resources: {},
    interpolation: { escapeValue: false },
  });
  await changeLocale(firstLocale());
  // Several tabs of one person speak one language.
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === storageKey && isLocale(newValue)) void changeLocale(newValue);
  });
}
