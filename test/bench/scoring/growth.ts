import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say, sayAim } from '../figures.js';
import { type BenchContext, fastestTally, secondsText } from './bench-context.js';
import { generatedScores, writeComparisons, writeScores } from './generated-data.js';

const slopeAim = 1.1;

interface GrowingMethod {
  readonly name: string;
  readonly words: readonly string[];
  readonly input: 'scores' | 'comparisons';
  /** Time in proportion to the scores, by what the method is. */
  readonly isLinear: boolean;
}

const methods: readonly GrowingMethod[] = [
  ...['mean', 'median', 'trimmed-mean', 'standardised', 'borda'].map((key) => ({
    name: key,
    words: ['--method', key],
    input: 'scores' as const,
    isLinear: true,
  })),
  ...(['fixed', 'random'] as const).map((effects) => ({
    name: `severity-adjusted, ${effects}`,
    words: ['--method', 'severity-adjusted', '--effects', effects],
    input: 'scores' as const,
    // Up to 3,000 judges a dense square is solved, in time of their cube.
    isLinear: false,
  })),
  { name: 'bradley-terry', words: ['--method', 'bradley-terry'], input: 'comparisons', isLinear: true },
];

/**
 * Whole processes from 10⁴ to 10⁷ scores (10⁶ when quick), five an entry and a hundred a judge, or as many comparisons of
 * 300 items. The slope of time over number, both in logarithms, is that of the time beyond an empty call.
 */
export async function growth({ folder, isQuick }: BenchContext): Promise<void> {
  const sizes = isQuick ? [1e4, 1e5, 1e6] : [1e4, 1e5, 1e6, 1e7];
  say(`\nGrowth, whole processes of ${sizes.map((size) => size.toLocaleString('en')).join(', ')} scores`);
  const file = join(folder, 'growth.csv');
  writeFileSync(file, 'entry,judge,score\nA,j1,8\nA,j2,7\nB,j1,7\nB,j2,5\n');
  const empty = (await fastestTally(5, folder, file, [])).seconds;
  const times = new Map<GrowingMethod, number[]>(methods.map((method) => [method, []]));
  for (const size of sizes) {
    for (const input of ['scores', 'comparisons'] as const) {
      if (input === 'comparisons') writeComparisons(file, 300, size, 8);
      else writeScores(file, generatedScores(shapeOf(size)));
      for (const method of methods.filter((one) => one.input === input)) {
        const { seconds } = await fastestTally(size > 1e5 ? 1 : 3, folder, file, method.words);
        times.get(method)?.push(seconds);
      }
    }
  }
  rmSync(file);
  for (const [{ name, isLinear }, own] of times) sayGrowth(name, isLinear, sizes, own, empty);
}

function shapeOf(size: number) {
  return { seed: 7, entries: size / 5, judges: size / 100, sheets: 5, scale: 'hundredths' } as const;
}

function sayGrowth(
  name: string,
  isLinear: boolean,
  sizes: readonly number[],
  times: readonly number[],
  empty: number,
): void {
  say(`  ${name.padEnd(28)} ${times.map((seconds) => secondsText(seconds).padStart(9)).join(' ')}`);
  const slope = slopeOf(
    sizes.map(Math.log),
    times.map((seconds) => Math.log(Math.max(seconds - empty, 0.001))),
  );
  if (isLinear) sayAim('its slope', slope.toFixed(2), `≤ ${slopeAim}`, slope <= slopeAim);
  else say(`  ${'its slope, of a method not linear'.padEnd(34)} ${slope.toFixed(2).padStart(12)}`);
}

/** Of the line of least squares. */
function slopeOf(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [centreX, centreY] = [mean(x), mean(y)];
  const cross = x.reduce((sum, value, at) => sum + (value - centreX) * (y[at]! - centreY), 0);
  return cross / x.reduce((sum, value) => sum + (value - centreX) ** 2, 0);
}
