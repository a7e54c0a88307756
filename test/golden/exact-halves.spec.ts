import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runTallyCommand } from '../builders/tally-command.js';

const panels = 10_000;
const weights = { novelty: 15n, market: 25n } as const; // hundredths: 0.15 and 0.25
type CriterionName = keyof typeof weights;
const names = Object.keys(weights) as CriterionName[];

interface Panel {
  readonly entry: string;
  /** Thousandths, by criterion. */
  readonly scores: Readonly<Record<CriterionName, readonly bigint[]>>;
}

/** Deterministic numbers, so that a failure can be repeated. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Panels whose trimmed means fall on exact halves of a hundredth far more often than chance would have it. */
function generatedPanels(): Panel[] {
  const random = numbers(20181122);
  const pick = (below: number) => Math.floor(random.next().value * below);
  const halves = [7125n, 89995n, 1005n, 2675n, 99995n];
  const panelScores = (): bigint[] => {
    const judges = 3 + 2 * pick(4);
    const centre = pick(3) === 0 ? BigInt(pick(100_000)) : (halves[pick(halves.length)] ?? 0n);
    // Pairs around the centre keep the mean on it; the first two are the extremes that are dropped.
    const spread = (by: number): bigint[] => [centre - BigInt(by), centre + BigInt(by)].map((x) => (x < 0n ? 0n : x));
    const rest = Array.from({ length: (judges - 3) / 2 }, () => spread(pick(3) * 250)).flat();
    return [...spread(900), centre, ...rest];
  };
  return Array.from({ length: panels }, (_, index) => ({
    entry: `P${String(index).padStart(5, '0')}`,
    scores: { novelty: panelScores(), market: panelScores() },
  }));
}

const decimal = (thousandths: bigint) => `${thousandths / 1000n}.${String(thousandths % 1000n).padStart(3, '0')}`;

/** The independent computation: plain BigInt fractions, halves away from zero (all scores are positive). */
const halfUp = (numerator: bigint, denominator: bigint) => (2n * numerator + denominator) / (2n * denominator);

function inFractions({ scores }: Panel): { criteria: Record<CriterionName, bigint>; score: bigint } {
  const panelScore = (name: CriterionName) => {
    const kept = [...scores[name]].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).slice(1, -1);
    const total = kept.reduce((sum, value) => sum + value, 0n);
    return halfUp(total, 10n * BigInt(kept.length)); // hundredths
  };
  const criteria = { novelty: panelScore('novelty'), market: panelScore('market') };
  const score = names.reduce((sum, name) => sum + halfUp(criteria[name] * weights[name], 100n), 0n);
  return { criteria, score };
}

/** The same rule as it is usually written. */
function inFloats({ scores }: Panel): string {
  const round = (value: number) => Math.round(value * 100) / 100;
  const panelScore = (name: CriterionName) => {
    const kept = scores[name]
      .map((value) => Number(decimal(value)))
      .sort((a, b) => a - b)
      .slice(1, -1);
    return round(kept.reduce((sum, value) => sum + value, 0) / kept.length);
  };
  return names.reduce((sum, name) => sum + round((Number(weights[name]) / 100) * panelScore(name)), 0).toFixed(2);
}

const hundredths = (value: bigint) => `${value / 100n}.${String(value % 100n).padStart(2, '0')}`;

describe('10,000 panels rich in exact halves', () => {
  const all = generatedPanels();
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'leitai-halves-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are computed exactly as fractions, where floats fail', async () => {
    const file = join(folder, 'panels.csv');
    const lines = all.flatMap(({ entry, scores }) =>
      names.flatMap((name) => scores[name].map((score, judge) => `${entry},J${judge},${name},${decimal(score)}`)),
    );
    await writeFile(file, `entry,judge,criterion,score\n${lines.join('\n')}\n`);
    const { out, code } = await runTallyCommand([
      ...[file, '--method', 'trimmed-mean', '--trim-by', 'criterion', '--weights', 'novelty=0.15,market=0.25'],
      ...['--round', 'criterion:2,weighted-criterion:2,total:2', '--missing', 'per-criterion', '--format', 'json'],
    ]);
    const report = JSON.parse(out) as { entries: { entry: string; score: string; criteria: Record<string, string> }[] };
    const given = new Map(report.entries.map((entry) => [entry.entry, entry]));
    const wrong = all.filter((panel) => {
      const { criteria, score } = inFractions(panel);
      const row = given.get(panel.entry);
      return (
        row?.score !== hundredths(score) || names.some((name) => row.criteria[name] !== hundredths(criteria[name]))
      );
    });
    const wrongInFloats = all.filter((panel) => inFloats(panel) !== hundredths(inFractions(panel).score));
    expect({ code, entries: given.size, wrong: wrong.length }).toEqual({ code: 0, entries: panels, wrong: 0 });
    expect(wrongInFloats.length).toBeGreaterThan(panels / 100);
  });
});
