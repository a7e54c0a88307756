/** A linear axis: its round ticks, and where a value lies between its ends, from 0 to 1. */
export interface Axis {
  readonly ticks: readonly number[];
  readonly decimals: number;
  readonly at: (value: number) => number;
}

/**
 * An axis around all values, with ticks at 1, 2 or 5 times a power of ten.
 *
 * @param values those that are not finite are left out
 * @param most ticks at most
 */
export function axisOver(values: readonly (number | null)[], most = 6): Axis {
  const finite = values.filter((value): value is number => value !== null && Number.isFinite(value));
  const [low, high] = [
    finite.reduce((a, b) => Math.min(a, b), Infinity),
    finite.reduce((a, b) => Math.max(a, b), -Infinity),
  ];
  if (finite.length === 0) return { ticks: [], decimals: 0, at: () => 0.5 };
  const width = high - low || 1;
  const step = roundStep(width / Math.max(1, most - 1));
  const [first, last] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
  const [from, to] = [first * step, Math.max(last, first + 1) * step];
  const count = Math.round((to - from) / step) + 1;
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return {
    ticks: Array.from({ length: count }, (_, index) => Number((from + index * step).toFixed(decimals))),
    decimals,
    at: (value) => Math.min(1, Math.max(0, (value - from) / (to - from))),
  };
}

/** The same axis from `least` on, which is its first tick: there is no rank 0. */
export function axisFrom(least: number, axis: Axis): Axis {
  const to = axis.ticks.at(-1) ?? least;
  if (to <= least) return axis;
  return {
    ...axis,
    ticks: [least, ...axis.ticks.filter((tick) => tick > least)],
    at: (value) => Math.min(1, Math.max(0, (value - least) / (to - least))),
  };
}

function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5, 10].find((one) => one * power >= step * (1 - 1e-9)) ?? 10;
  return factor * power;
}
