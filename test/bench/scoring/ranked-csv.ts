import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../figures.js';
import {
  type BenchContext,
  fastestTally,
  sayBaseline,
  sayMeasured,
  sayMemoryAim,
  sayTimeAim,
} from './bench-context.js';
import { generatedScores, type GeneratedShape, writeScores } from './generated-data.js';
import { rBaseline } from './r-baseline.js';

const shapes = [
  { seed: 2, entries: 20_000, judges: 1_000, sheets: 50, scale: 'hundredths', aim: 0.5, memory: 150 },
  { seed: 3, entries: 200_000, judges: 10_000, sheets: 5, scale: 'hundredths', aim: 1, memory: null },
] satisfies readonly (GeneratedShape & { readonly aim: number; readonly memory: number | null })[];
const runs = 5;
/** Of data.table, of a weighted trimmed mean of a million rows in four criteria. */
const cited = { seconds: 0.71, processorSeconds: null, megabytes: 126 };

/** A million scores from a CSV file to a ranked CSV file, whole process: the rows by entry, and in random order. */
export async function rankedCsv({ folder }: BenchContext): Promise<void> {
  const file = join(folder, 'scores.csv');
  for (const { aim, memory, ...shape } of shapes) {
    const scores = generatedScores(shape);
    for (const order of ['rows by entry', 'rows shuffled']) {
      say(
        `\n1,000,000 scores, ${shape.entries.toLocaleString('en')} × ${shape.sheets}, ${order}, CSV to ranked CSV, fastest of 5`,
      );
      writeScores(file, scores, order === 'rows shuffled' ? 9 : null);
      const measured = await fastestTally(runs, folder, file, ['--method', 'trimmed-mean']);
      sayMeasured('leitai tally', measured);
      sayBaseline(await rBaseline('data.table', { scores: file, folder, runs }, cited));
      sayTimeAim('whole process', measured.seconds, aim);
      if (memory !== null) sayMemoryAim(measured, memory);
    }
  }
  rmSync(file);
}
