/** In pixels, for so many bars: each with a name of up to two lines above it. */
export function chartHeight(bars: number): number {
  return 12 + 88 * bars;
}
