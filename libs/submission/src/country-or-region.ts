import { countriesAndRegions } from './countries-and-regions.js';

export interface CountryOrRegion {
  /** ISO 3166-1 alpha-2, upper case. */
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
}

const byCode: ReadonlyMap<string, CountryOrRegion> = new Map(
  countriesAndRegions.map(([code, zh, en]) => [code, { code, name: { zh, en } }]),
);

/** The reviewed country or region of an ISO 3166-1 alpha-2 code, or undefined where the table has none. */
export function countryOrRegion(code: string): CountryOrRegion | undefined {
  return byCode.get(code);
}

/** The whole table, sorted by code. */
export function allCountriesAndRegions(): readonly CountryOrRegion[] {
  return [...byCode.values()];
}
