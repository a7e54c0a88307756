import { performance } from 'node:perf_hooks';
import { arrangeSheets, type ScoreColumns, tally, tallyColumns } from '#domain';
import { milliseconds, quantile, say, sayAim } from '../figures.js';
import { designOf, generatedScores } from './generated-data.js';

const aim = 12;
const runs = 21;
const criteria = [{ key: '', factor: '1' }];
const method = { method: 'trimmed-mean', options: { trim: 1 }, rounding: { total: 2 } } as const;

/** The list of both contests: 1,763 entries of five sheets each, trimmed, ranked and printed, within this process. */
export function inMemory(): void {
  say('1,763 × 5 trimmed and ranked in memory, median of 21');
  const scores = generatedScores({ seed: 1, entries: 1763, judges: 60, sheets: 5, scale: 'hundredths' });
  const { entries, judges, entryOf, judgeOf } = designOf(scores);
  const columns: ScoreColumns = {
    ...{ entries, judges, entryOf, judgeOf },
    criteria: [''],
    criterionOf: null,
    scores: { units: scores.units, places: 2 },
    deductions: null,
  };
  const median = medianOf(() => {
    const { order, rowAt } = tallyColumns({ sheets: arrangeSheets(columns), criteria, ...method });
    return Array.from(order, (_, place) => rowAt(place));
  });
  sayAim('columns of numbers (the command)', milliseconds(median), `≤ ${aim} ms`, median <= aim);
  const sheets = Array.from(entryOf, (entry, sheet) => ({
    entry: entries[entry]!,
    judge: judges[judgeOf[sheet]!]!,
    scores: [{ criterion: '', score: (scores.units[sheet]! / 100).toFixed(2) }],
  }));
  // Exact fractions of every sheet, which the worker keeps beside each result.
  const ofObjects = medianOf(() => tally({ sheets, criteria, ...method }).entries);
  say(`  ${'sheets of decimal strings (worker)'.padEnd(34)} ${milliseconds(ofObjects).padStart(12)}`);
}

function medianOf(run: () => readonly unknown[]): number {
  const times = Array.from({ length: runs }, () => {
    const from = performance.now();
    if (run().length !== 1763) throw new Error('an entry is missing');
    return performance.now() - from;
  });
  return quantile(times, 0.5);
}
