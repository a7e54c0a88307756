/** A double at the 9 decimals to which standard errors and model results are cut before ranking, hashing or printing. */
export function roundToNineDecimals(value: number): number {
  return Number(value.toFixed(9));
}
