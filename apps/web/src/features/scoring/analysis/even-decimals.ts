const decimalsOf = (value: string) => value.split('.')[1]?.length ?? 0;

/** Decimals of the decimal string that has the most. */
export function mostDecimals(values: readonly string[]): number {
  return values.reduce((most, value) => Math.max(most, decimalsOf(value)), 0);
}

/** A decimal string with zeros up to so many decimals, so that figures below one another line up; none is cut. */
export function withDecimals(value: string, decimals: number): string {
  const lacking = decimals - decimalsOf(value);
  if (lacking <= 0) return value;
  return `${value}${value.includes('.') ? '' : '.'}${'0'.repeat(lacking)}`;
}
