import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from './figures.js';
import type { BenchContext } from './scoring/bench-context.js';
import { growth } from './scoring/growth.js';
import { inMemory } from './scoring/in-memory.js';
import { largeReml } from './scoring/large-reml.js';
import { pairs } from './scoring/pairs.js';
import { rankedCsv } from './scoring/ranked-csv.js';
import { reml } from './scoring/reml.js';

// `npm run bench -- scoring [PART …] [--quick]`: the speed of the scoring engine on generated data, as whole processes but
// for the first part, beside R where it is installed. All parts take about half an hour, of which `--quick` leaves out
// lme4 and the exact optimum on 500,000 scores, and growth beyond a million.
const parts: Record<string, (context: BenchContext) => void | Promise<void>> = {
  memory: inMemory,
  csv: rankedCsv,
  reml,
  'large-reml': largeReml,
  pairs,
  growth,
};

const words = process.argv.slice(2);
const chosen = words.filter((word) => word !== '--quick');
const unknown = chosen.find((word) => !Object.hasOwn(parts, word));
if (unknown !== undefined) {
  say(`${unknown} is no part of this bench: ${Object.keys(parts).join(', ')}, or --quick`);
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'leitai-scoring-'));
const remove = () => {
  rmSync(folder, { recursive: true, force: true });
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    remove();
    process.exit(130);
  });
}
try {
  for (const name of chosen.length > 0 ? chosen : Object.keys(parts)) {
    await parts[name]?.({ folder, isQuick: words.includes('--quick') });
  }
} finally {
  remove();
}
