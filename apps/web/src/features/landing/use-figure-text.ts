import { useTranslation } from 'react-i18next';
import { shiftPoint, useFormats } from '../../locales/formats.js';
import { useLocale } from '../../locales/use-text.js';
import type { ContestFigures, FigureKey } from './figure-keys.js';

export interface FigureText {
  number: string;
  unit: string;
}

// 亿 is 10^8, a billion 10^9: the sum is the same, the point moves with the language.
const placesOfUnit = { zh: 8, en: 9 } as const;

/** A figure in the reader's language; null where the contest does not report it, which is not zero. */
export function useFigureText(): (contest: Pick<ContestFigures, FigureKey>, key: FigureKey) => FigureText | null {
  const { t } = useTranslation('landing');
  const locale = useLocale();
  const { count } = useFormats();
  return (contest, key) => {
    const value = contest[key];
    if (value === null) return null;
    const number = typeof value === 'string' ? shiftPoint(value, placesOfUnit[locale]) : count(value);
    return { number, unit: t(`figure.${key}.unit`) };
  };
}
