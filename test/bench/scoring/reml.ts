import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fitRandomEffects, type RandomEffectsFit, type SheetDesign } from '#domain';
import { say, sayAim } from '../figures.js';
import { type BenchContext, fastestTally, sayBaseline, sayMeasured, secondsText, sayTimeAim } from './bench-context.js';
import { designOf, generatedScores, writeScores } from './generated-data.js';
import { type Baseline, rBaseline } from './r-baseline.js';

const shape = { seed: 4, entries: 1_100, judges: 3_000, sheets: 66, scale: 'points' } as const;
const runs = 3;
const fitAim = 0.8;
const gradientAim = 1e-7;
const cited = { seconds: 6.2, processorSeconds: null, megabytes: 277 };

/** 72,600 scores from 1 to 5, adjusted for severity by exact REML, beside lme4. */
export async function reml({ folder }: BenchContext): Promise<void> {
  say('\nREML, 72,600 scores, 1,100 × 3,000, points 1–5, CSV to ranked CSV, fastest of 3');
  const scores = generatedScores(shape);
  const file = join(folder, 'points.csv');
  writeScores(file, scores);
  const measured = await fastestTally(runs, folder, file, ['--method', 'severity-adjusted']);
  sayMeasured('leitai tally', measured);
  const baseline = await rBaseline('lme4', { scores: file, folder, runs }, cited);
  sayBaseline(baseline);
  sayTimeAim('whole process, beside lme4', measured.seconds, baseline.seconds);
  sayFits(designOf(scores), baseline);
}

function sayFits(design: SheetDesign, { isCited, printed, tool }: Baseline): void {
  const times: number[] = [];
  let fit: RandomEffectsFit | undefined;
  for (let run = 0; run < 3; run += 1) {
    const from = performance.now();
    fit = fitRandomEffects(design);
    times.push((performance.now() - from) / 1000);
  }
  sayTimeAim('fit with its errors, fastest of 3', Math.min(...times), fitAim);
  say(`  ${`fit only, ${tool}`.padEnd(34)} ${secondsText(isCited ? 2.49 : printed.fit!).padStart(12)}`);
  if (!fit?.variance) throw new Error('no variances');
  const { gradient, iterations } = fit.convergence;
  sayAim('gradient at the optimum', gradient.toExponential(1), `≤ ${gradientAim}`, gradient <= gradientAim);
  say(`  ${'steps to it'.padEnd(34)} ${String(iterations).padStart(12)}`);
  sayCriterion('−2 log REML', fit.remlCriterion, printed.criterion);
  for (const part of ['entry', 'judge', 'residual'] as const) {
    sayCriterion(`variance, ${part}`, fit.variance[part], printed[part]);
  }
}

function sayCriterion(name: string, own: number | null, other: number | undefined): void {
  const beside = other === undefined ? '' : `   lme4 ${other.toPrecision(12)}`;
  say(`  ${name.padEnd(34)} ${(own ?? Number.NaN).toPrecision(12).padStart(12)}${beside}`);
}
