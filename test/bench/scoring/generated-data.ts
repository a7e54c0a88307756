import { closeSync, openSync, writeSync } from 'node:fs';
import type { SheetDesign } from '#domain';
import { seededRandom, standardNormal } from '../../../libs/domain/src/statistics/seeded-random.js';

/** Scores without an object for each, in order of entry, then judge. */
export interface GeneratedScores {
  readonly entries: number;
  readonly judges: number;
  readonly entryOf: Int32Array;
  readonly judgeOf: Int32Array;
  /** Hundredths of a point. */
  readonly units: Int32Array;
}

export interface GeneratedShape {
  readonly seed: number;
  readonly entries: number;
  readonly judges: number;
  /** Sheets of each entry, by so many different judges drawn at random. */
  readonly sheets: number;
  /** Points from 1 to 5, or hundredths from 0 to 100. */
  readonly scale: 'points' | 'hundredths';
}

/** Entries and judges that differ as they do in practice: an entry, a judge and chance by 1 : 0.7 : 1. */
export function generatedScores({ seed, entries, judges, sheets, scale }: GeneratedShape): GeneratedScores {
  const uniform = seededRandom(seed);
  const normal = standardNormal(uniform);
  const severity = Float64Array.from({ length: judges }, () => 0.7 * normal());
  const entryOf = new Int32Array(entries * sheets);
  const judgeOf = new Int32Array(entries * sheets);
  const units = new Int32Array(entries * sheets);
  const panel = new Int32Array(sheets);
  for (let entry = 0; entry < entries; entry += 1) {
    const quality = normal();
    drawPanel(panel, judges, uniform);
    for (let sheet = 0; sheet < sheets; sheet += 1) {
      const at = entry * sheets + sheet;
      const judge = panel[sheet]!;
      const value = quality + severity[judge]! + normal();
      entryOf[at] = entry;
      judgeOf[at] = judge;
      units[at] =
        scale === 'points'
          ? 100 * Math.min(5, Math.max(1, Math.round(3 + 0.6 * value)))
          : Math.min(10_000, Math.max(0, Math.round(7000 + 1000 * value)));
    }
  }
  return { entries, judges, entryOf, judgeOf, units };
}

/** Different judges in ascending order: those of a row of equal sections of all, one from each. */
function drawPanel(panel: Int32Array, judges: number, uniform: () => number): void {
  for (let sheet = 0; sheet < panel.length; sheet += 1) {
    const from = Math.floor((sheet * judges) / panel.length);
    const to = Math.floor(((sheet + 1) * judges) / panel.length);
    panel[sheet] = from + Math.floor(uniform() * (to - from));
  }
}

export function designOf({ entries, judges, entryOf, judgeOf, units }: GeneratedScores): SheetDesign {
  return {
    entries: names('E', entries),
    judges: names('J', judges),
    ...{ entryOf, judgeOf },
    totals: Float64Array.from(units, (unit) => unit / 100),
  };
}

/** A letter and numbers of one length, from 1: in code point order. */
export function names(letter: string, count: number): string[] {
  const { length } = String(count);
  return Array.from({ length: count }, (_, at) => `${letter}${String(at + 1).padStart(length, '0')}`);
}

/**
 * Writes the scores as a CSV file.
 *
 * @param shuffle seed of a random order of the rows; null leaves them as they are
 */
export function writeScores(file: string, scores: GeneratedScores, shuffle: number | null = null): void {
  const { entryOf, judgeOf, units } = scores;
  const [entries, judges] = [names('E', scores.entries), names('J', scores.judges)];
  const order = shuffle === null ? null : shuffled(units.length, seededRandom(shuffle));
  writeRows(file, 'entry,judge,score', units.length, (row) => {
    const at = order === null ? row : order[row]!;
    return `${entries[entryOf[at]!]},${judges[judgeOf[at]!]},${units[at]! / 100}`;
  });
}

/** Writes comparisons of random pairs of items, decided by the logistic law on abilities of spread 1. */
export function writeComparisons(file: string, items: number, comparisons: number, seed: number): void {
  const uniform = seededRandom(seed);
  const normal = standardNormal(uniform);
  const abilities = Float64Array.from({ length: items }, () => normal());
  const named = names('E', items);
  writeRows(file, 'winner,loser', comparisons, () => {
    const first = Math.floor(uniform() * items);
    const second = (first + 1 + Math.floor(uniform() * (items - 1))) % items;
    const isFirst = uniform() < 1 / (1 + Math.exp(abilities[second]! - abilities[first]!));
    return isFirst ? `${named[first]},${named[second]}` : `${named[second]},${named[first]}`;
  });
}

function writeRows(file: string, header: string, rows: number, textOf: (row: number) => string): void {
  const descriptor = openSync(file, 'w');
  let piece = `${header}\n`;
  for (let row = 0; row < rows; row += 1) {
    piece += `${textOf(row)}\n`;
    if (piece.length < 1 << 20 && row < rows - 1) continue;
    writeSync(descriptor, piece);
    piece = '';
  }
  closeSync(descriptor);
}

function shuffled(length: number, uniform: () => number): Int32Array {
  const order = Int32Array.from({ length }, (_, at) => at);
  for (let at = length - 1; at > 0; at -= 1) {
    const other = Math.floor(uniform() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}
