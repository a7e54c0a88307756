import { join } from 'node:path';
import { say } from '../figures.js';
import { type BenchContext, fastestTally, sayMeasured } from './bench-context.js';
import { writeComparisons } from './generated-data.js';

/** Bradley–Terry abilities with their errors. R's packages in question have none. */
export async function pairs({ folder }: BenchContext): Promise<void> {
  say('\nBradley–Terry, 1,000 items, 100,000 comparisons, CSV to ranked CSV, fastest of 3');
  const file = join(folder, 'pairs.csv');
  writeComparisons(file, 1_000, 100_000, 6);
  sayMeasured('leitai tally', await fastestTally(3, folder, file, ['--method', 'bradley-terry']));
}
