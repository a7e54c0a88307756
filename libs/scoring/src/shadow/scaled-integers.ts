/** Decimal places that a list of decimal strings needs. */
export function placesOf(decimals: readonly string[]): number {
  return Math.max(0, ...decimals.map((decimal) => decimal.split('.')[1]?.length ?? 0));
}

/** SQL literal of ten to a power. */
export function tenTo(power: number): string {
  if (!Number.isSafeInteger(power) || power < 0 || power > 200) throw new RangeError(`10^${power} is out of reach`);
  return `1${'0'.repeat(power)}::numeric`;
}

/** SQL: the fraction `numerator/denominator` rounded half away from zero, as an integer count of 10^-places. */
export function roundedSql(numerator: string, denominator: string, places: number): string {
  return `(sign(${numerator}) * div(2 * abs(${numerator}) * ${tenTo(places)} + (${denominator}), 2 * (${denominator})))`;
}

/** A whole number given by the rules, fit to stand in a statement. */
export function count(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${value} is not a count`);
  return String(value);
}
