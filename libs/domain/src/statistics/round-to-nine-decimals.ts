/** From here on a product with 10^9 may be wrong by more than is allowed for below. */
const largest = 2 ** 43;

/** A double at the 9 decimals to which standard errors and model results are cut before ranking, hashing or printing. */
export function roundToNineDecimals(value: number): number {
  // The quotient of two whole doubles is the double nearest to that decimal: the text is needed only near a half.
  // + 0: a negative zero has no sign as text.
  const billionths = value * 1e9 + 0;
  const rounded = Math.round(billionths);
  if (Math.abs(billionths) < largest && Math.abs(billionths - rounded) < 0.499) return rounded / 1e9;
  return Number(value.toFixed(9));
}
