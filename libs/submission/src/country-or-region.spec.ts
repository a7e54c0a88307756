import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { allCountriesAndRegions, countryOrRegion } from './country-or-region.js';

const iso = createRequire(import.meta.url)('i18n-iso-countries') as { getNumericCodes(): Record<string, string> };

describe('the table of countries and regions', () => {
  it.each([
    ['CN', '中国', 'China'],
    ['HK', '中国香港', 'Hong Kong, China'],
    ['MO', '中国澳门', 'Macao, China'],
    ['TW', '中国台湾', 'Taiwan, China'],
    ['KR', '韩国', 'Republic of Korea'],
    ['GB', '英国', 'United Kingdom'],
  ])('prints %s as %s and %s', (code, zh, en) => {
    expect(countryOrRegion(code)).toEqual({ code, name: { zh, en } });
  });

  it('holds each code of ISO 3166-1 once, without the territories that have no inhabitants', () => {
    const known = new Set(Object.values(iso.getNumericCodes()));
    const codes = allCountriesAndRegions().map((country) => country.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !known.has(code))).toEqual([]);
    expect([...known].filter((code) => !codes.includes(code)).sort((a, b) => (a < b ? -1 : 1))).toEqual(
      ['AQ', 'BV', 'GS', 'HM', 'IO', 'TF', 'UM', 'XK'].filter((code) => known.has(code)),
    );
  });

  it('gives every name once in each language, without surplus spaces', () => {
    for (const language of ['zh', 'en'] as const) {
      const names = allCountriesAndRegions().map((country) => country.name[language]);
      expect(new Set(names).size).toBe(names.length);
      expect(names.filter((name) => name !== name.trim() || name === '')).toEqual([]);
    }
  });

  it('knows no code in lower case and none that it was not given', () => {
    expect(countryOrRegion('cn')).toBeUndefined();
    expect(countryOrRegion('XX')).toBeUndefined();
  });
});
