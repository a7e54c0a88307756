import { performance } from 'node:perf_hooks';
import { arrangeSheets, type ScoreColumns, tally, tallyColumns } from '#domain';
import { milliseconds, quantile, say, sayAim } from '../road/figures.js';
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
  sayRuns('columns of numbers (the command)', () => {
    const { order, rowAt } = tallyColumns({ sheets: arrangeSheets(columns), criteria, ...method });
    return Array.from(order, (_, place) => rowAt(place));
  });
  const sheets = Array.from(entryOf, (entry, sheet) => ({
    entry: entries[entry]!,
    judge: judges[judgeOf[sheet]!]!,
    scores: [{ criterion: '', score: (scores.units[sheet]! / 100).toFixed(2) }],
  }));
  sayRuns('sheets of decimal strings (the api)', () => tally({ sheets, criteria, ...method }).entries);
}

function sayRuns(name: string, run: () => readonly unknown[]): void {
  const times = Array.from({ length: runs }, () => {
    const from = performance.now();
    if (run().length !== 1763) throw new Error('an entry is missing');
    return performance.now() - from;
  });
  const median = quantile(times, 0.5);
  sayAim(name, milliseconds(median), `≤ ${aim} ms`, median <= aim);
}
