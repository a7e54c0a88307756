import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { runTallyCommand } from '../builders/tally-command.js';

/** Official results that stand beside the repository and are not part of it. */
const data = join(import.meta.dirname, '../../../shared/data/olympics-2018');
const isPresent = existsSync(join(data, 'component-scores.csv'));
if (!isPresent) console.warn('skipped: the Olympic data (../shared/data/olympics-2018) is not there');

type Row = Readonly<Record<string, string>>;
const rowsOf = (file: string) => parse<Row>(readFileSync(join(data, file)), { columns: true, bom: true });

interface Report {
  readonly entries: readonly { readonly entry: string; readonly score: string; readonly criteria: Row }[];
  readonly warnings: readonly { readonly code: string }[];
}

const trimmed = ['--method', 'trimmed-mean', '--trim', '1', '--trim-by', 'criterion', '--format', 'json'];

(isPresent ? describe : describe.skip)('figure skating, Olympic Winter Games 2018', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'leitai-olympics-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('gives 1,250 of 1,250 official panel scores', async () => {
    const file = join(data, 'component-scores.csv');
    const { out, code } = await runTallyCommand([file, ...trimmed, '--round', 'criterion:2']);
    const report = JSON.parse(out) as Report;
    const panelScores = new Map(report.entries.map(({ entry, criteria }) => [entry, criteria]));
    const official = rowsOf('component-official.csv');
    const equal = official.filter(
      (row) => Number(panelScores.get(row.entry ?? '')?.[row.criterion ?? '']) === Number(row.official_panel_score),
    );
    expect({ code, official: official.length, equal: equal.length }).toEqual({ code: 0, official: 1250, equal: 1250 });
    // Ice dance calls one criterion otherwise: each of the two names is missing somewhere, and said to be.
    expect(report.warnings.map((warning) => warning.code)).toEqual([
      'criterion-not-applicable',
      'criterion-not-applicable',
    ]);
  });

  it.each([
    ['criterion:2,weighted-criterion:2', 250],
    // Rounding only the total is another rule: this is how far it gets.
    ['total:2', 107],
  ])(
    'with --round %s gives %i of 250 official component scores, one call for each of 6 weight sets',
    async (round, expected) => {
      const official = new Map(rowsOf('performances-official.csv').map((row) => [row.entry, row.component_score]));
      const weightSets = groupByWeights(rowsOf('component-official.csv'));
      const scores = rowsOf('component-scores.csv');
      let equal = 0;
      let set = 0;
      for (const [weights, entries] of weightSets) {
        const file = join(folder, `weights-${(set += 1)}.csv`);
        const rows = scores.filter(({ entry }) => entries.has(entry ?? ''));
        const lines = rows.map(({ entry, judge, criterion, score }) => [entry, judge, criterion, score].join(','));
        await writeFile(file, ['entry,judge,criterion,score', ...lines, ''].join('\n'));
        const { out, code } = await runTallyCommand([file, ...trimmed, '--weights', weights, '--round', round]);
        expect(code).toBe(0);
        const report = JSON.parse(out) as Report;
        equal += report.entries.filter(({ entry, score }) => Number(score) === Number(official.get(entry))).length;
      }
      expect({ sets: weightSets.size, performances: official.size, equal }).toEqual({
        sets: 6,
        performances: 250,
        equal: expected,
      });
    },
  );
});

/** "Composition=1.6,…" → the entries that are weighted so. */
function groupByWeights(official: readonly Row[]): Map<string, Set<string>> {
  const weightsByEntry = new Map<string, string[]>();
  for (const { entry = '', criterion, weight } of official) {
    weightsByEntry.set(entry, [...(weightsByEntry.get(entry) ?? []), `${criterion}=${weight}`]);
  }
  const sets = new Map<string, Set<string>>();
  for (const [entry, weights] of weightsByEntry) {
    const key = [...weights].sort((a, b) => (a < b ? -1 : 1)).join(',');
    sets.set(key, (sets.get(key) ?? new Set()).add(entry));
  }
  return sets;
}
