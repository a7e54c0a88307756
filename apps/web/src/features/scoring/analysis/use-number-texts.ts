import { useTranslation } from 'react-i18next';
import { languageTags } from '../../../locales/index.js';
import { useLocale } from '../../../locales/use-text.js';

export interface NumberTexts {
  /** With so many decimals, and a real minus sign. */
  readonly fixed: (value: number, decimals?: number) => string;
  /** The same with its sign, also above 0. */
  readonly signed: (value: number, decimals?: number) => string;
  readonly count: (value: number) => string;
  /** Of a share from 0 to 1. */
  readonly percent: (share: number) => string;
  readonly probability: (p: number) => string;
  /** How surely it is not chance. */
  readonly pValue: (p: number) => string;
}

export function useNumberTexts(): NumberTexts {
  const { t } = useTranslation('analysis');
  const tag = languageTags[useLocale()];
  const format = (value: number, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(tag, options).format(value).replace('-', '\u2212');
  const places = (decimals: number) => ({ minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const percent = (share: number) => format(share, { style: 'percent', maximumFractionDigits: 0 });
  return {
    fixed: (value, decimals = 2) => format(value, places(decimals)),
    signed: (value, decimals = 2) => format(value, { ...places(decimals), signDisplay: 'exceptZero' }),
    count: (value) => format(value, {}),
    percent,
    probability: (p) => (p < 0.01 ? t('below', { value: percent(0.01) }) : percent(p)),
    pValue: (p) => (p < 0.001 ? t('below', { value: format(0.001, places(3)) }) : format(p, places(3))),
  };
}
