import { describe, expect, it } from '@jest/globals';
import { seededRandom, standardNormal } from '../../statistics/seeded-random.js';
import type { MethodOptions } from '../method-options.js';
import type { ScoringMethodKey } from '../scoring-methods.js';
import type { TallySheet } from '../tally-input.js';
import { arrangeSheets } from './arrange-sheets.js';
import { columnsOfSheets } from './columns-of-sheets.js';
import { tallyColumns } from './tally-columns.js';

const entries = 8;
const panels = 200;

/** The same entries before a fresh panel: judges differ in severity, in their use of the scale and by chance. */
function drawnPanel(seed: number, judges: number): TallySheet[] {
  const normal = standardNormal(seededRandom(seed));
  return Array.from({ length: judges }, (_, judge) => {
    const severity = 5 * normal();
    const scale = Math.exp(0.3 * normal());
    return Array.from({ length: entries }, (__, entry) => {
      const total = 70 + severity + scale * (1.5 * entry + 3 * normal());
      return { entry: `e${entry}`, judge: `j${judge}`, scores: [{ criterion: '', score: total.toFixed(6) }] };
    });
  }).flat();
}

describe('over fresh panels of the same entries, differences of scores', () => {
  it.each<[ScoringMethodKey, MethodOptions]>([
    ['mean', {}],
    ['borda', {}],
    ['positional', {}],
    ['standardised', {}],
    ['standardised', { rescale: true }],
    ['trimmed-mean', { trim: 1 }],
  ])('by %s %j spread as their errors say', (method, options) => {
    let [stated, seen] = [0, 0];
    const differences: number[][] = Array.from({ length: entries - 1 }, () => []);
    for (let seed = 1; seed <= panels; seed += 1) {
      const sheets = arrangeSheets(columnsOfSheets(drawnPanel(seed, 7)));
      const tally = tallyColumns({ sheets, criteria: [{ key: '', factor: '1' }], method, options });
      const { scores, differenceError } = tally.estimate().estimate;
      differences.forEach((own, entry) => {
        own.push((scores[entry + 1] ?? NaN) - (scores[entry] ?? NaN));
        stated += differenceError(entry + 1, entry) ** 2 / panels;
      });
    }
    for (const own of differences) {
      const mean = own.reduce((sum, value) => sum + value, 0) / panels;
      seen += own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (panels - 1);
    }
    // Seven variances of 200 panels each: a Monte-Carlo error of about 5 %.
    expect(stated / seen).toBeGreaterThan(0.88);
    expect(stated / seen).toBeLessThan(1.2);
  });
});
