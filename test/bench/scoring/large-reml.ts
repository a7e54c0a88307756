import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fitRandomEffects, type SheetDesign } from '#domain';
import { say, sayAim } from '../figures.js';
import {
  type BenchContext,
  fastestTally,
  sayBaseline,
  sayMeasured,
  sayMemoryAim,
  sayTimeAim,
  secondsText,
} from './bench-context.js';
import { designOf, generatedScores, writeScores } from './generated-data.js';
import { citedBaseline, rBaseline } from './r-baseline.js';

const shape = { seed: 5, entries: 100_000, judges: 5_000, sheets: 5, scale: 'hundredths' } as const;
const timeAim = 5;
const memoryAim = 400;
const cited = { seconds: 330, processorSeconds: null, megabytes: 934 };

/** 500,000 scores adjusted for severity by estimated traces, and how far that is from the exact optimum. */
export async function largeReml({ folder, isQuick }: BenchContext): Promise<void> {
  say('\nREML, 500,000 scores, 100,000 × 5 of 5,000 judges, CSV to ranked CSV, fastest of 3');
  const scores = generatedScores(shape);
  const file = join(folder, 'large.csv');
  writeScores(file, scores);
  const measured = await fastestTally(3, folder, file, ['--method', 'severity-adjusted']);
  sayMeasured('leitai tally', measured);
  sayBaseline(
    isQuick ? citedBaseline('lme4', cited) : await rBaseline('lme4', { scores: file, folder, runs: 1 }, cited),
  );
  sayTimeAim('whole process', measured.seconds, timeAim);
  sayMemoryAim(measured, memoryAim);
  if (isQuick) say('  the exact run beside it is left out: minutes');
  else sayDistances(designOf(scores));
}

function sayDistances(design: SheetDesign): void {
  const estimated = fitRandomEffects(design);
  const from = performance.now();
  const exact = fitRandomEffects(design, { exactLimit: design.judges.length });
  say(`  one exact run in this process: ${secondsText((performance.now() - from) / 1000)}`);
  for (const part of ['entry', 'judge', 'residual'] as const) {
    const [own, optimum] = [estimated.variance![part], exact.variance![part]];
    const distance = Math.abs(own - optimum) / optimum;
    const stated = (2 * estimated.monteCarloError![part]) / optimum;
    const isNear = distance <= Math.min(0.01, stated);
    sayAim(`distance of the variance, ${part}`, distance.toExponential(1), `≤ ${stated.toExponential(1)}`, isNear);
  }
}
