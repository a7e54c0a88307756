import { plainFixedEffects, plainRandomEffects, type StageRules, type StageTallyResult } from '#domain';

export interface SheetTotal {
  readonly entry: string;
  readonly judge: string;
  readonly total: number;
}

/** Sheets up to which the plain solvers, cubic in time, answer within about a second. */
const plainLimit = 120;
const sweepLimit = 100_000;

/**
 * Scores of `severity-adjusted` once more, by entry. Few sheets: by the plain solvers, from the textbook's whole
 * equations. Many: by taking entries' and judges' means in turn, of what the others leave, until nothing moves; the
 * variances are then those of the fit that is checked.
 *
 * @param variance of a random-effects fit; undefined where the sheets cannot tell variances apart
 */
export function slowSeverity(
  sheets: readonly SheetTotal[],
  { effects = 'random' }: StageRules['method']['options'],
  variance: StageTallyResult['variance'],
): ReadonlyMap<string, number> {
  if (sheets.length === 0) return new Map();
  const isSmall = sheets.length <= plainLimit;
  if (effects === 'fixed') return isSmall ? plainFixed(sheets) : inTurnByPart(sheets);
  if (variance === undefined) return entryMeans(sheets);
  const { entry, judge, residual } = variance;
  // Without any residual the totals are sums of effects, whatever the variances.
  if (residual === 0 && entry > 0 && judge > 0) return inTurnByPart(sheets);
  if (isSmall && residual > 0) return plainRandom(sheets);
  return inTurn(sheets, entry > 0 ? residual / entry : Infinity, judge > 0 ? residual / judge : Infinity);
}

function plainFixed(sheets: readonly SheetTotal[]): Map<string, number> {
  return new Map([...plainFixedEffects(sheets).entries].map(([entry, { value }]) => [entry, value]));
}

/** Judge effects sum to zero within each part. */
function inTurnByPart(sheets: readonly SheetTotal[]): Map<string, number> {
  const partOf = partsOf(sheets);
  return new Map(
    [...new Set(partOf.values())].flatMap((part) => [
      ...inTurn(
        sheets.filter(({ entry }) => partOf.get(entry) === part),
        0,
        0,
      ),
    ]),
  );
}

function entryMeans(sheets: readonly SheetTotal[]): Map<string, number> {
  return new Map(
    distinct(sheets, 'entry').map((entry) => {
      const own = sheets.filter((sheet) => sheet.entry === entry);
      return [entry, own.reduce((sum, { total }) => sum + total, 0) / own.length];
    }),
  );
}

function plainRandom(sheets: readonly SheetTotal[]): Map<string, number> {
  const entries = distinct(sheets, 'entry');
  const judges = distinct(sheets, 'judge');
  const { scores } = plainRandomEffects(
    {
      entries: entries.length,
      judges: judges.length,
      entryOf: sheets.map(({ entry }) => entries.indexOf(entry)),
      judgeOf: sheets.map(({ judge }) => judges.indexOf(judge)),
      totals: sheets.map(({ total }) => total),
    },
    { entry: entries.length > 1, judge: judges.length > 1 && judges.length < sheets.length },
  );
  return new Map(entries.map((entry, index) => [entry, scores[index] ?? NaN]));
}

interface Side {
  readonly of: readonly number[];
  readonly counts: number[];
  readonly effects: number[];
  /** Added to each count: 0 for constants, σ²/σ²_factor for draws from a population; infinite for no effect. */
  readonly ridge: number;
}

/** Gauss and Seidel's way through the normal equations, or the mixed-model ones. */
function inTurn(sheets: readonly SheetTotal[], entryRidge: number, judgeRidge: number): Map<string, number> {
  const entry = sideOf(sheets, 'entry', entryRidge);
  const judge = sideOf(sheets, 'judge', judgeRidge);
  const isFixed = entryRidge === 0 && judgeRidge === 0;
  let centre = 0;
  for (let sweep = 0, moved = Infinity; sweep < sweepLimit && moved > 1e-12; sweep += 1) {
    moved = 0;
    // Constants need no general mean beside them.
    if (!isFixed) {
      const mean = sheets.reduce((sum, { total }, i) => sum + total - at(entry, i) - at(judge, i), 0) / sheets.length;
      moved = Math.abs(mean - centre);
      centre = mean;
    }
    moved = Math.max(
      moved,
      turn(entry, sheets, (i) => centre + at(judge, i)),
    );
    moved = Math.max(
      moved,
      turn(judge, sheets, (i) => centre + at(entry, i)),
    );
  }
  const shift = isFixed ? judge.effects.reduce((sum, effect) => sum + effect, 0) / judge.effects.length : centre;
  return new Map(sheets.map((sheet, i) => [sheet.entry, shift + at(entry, i)]));
}

function turn(side: Side, sheets: readonly SheetTotal[], rest: (sheet: number) => number): number {
  const sums = side.effects.map(() => 0);
  sheets.forEach(({ total }, i) => (sums[side.of[i] ?? 0] = (sums[side.of[i] ?? 0] ?? 0) + total - rest(i)));
  let moved = 0;
  sums.forEach((sum, level) => {
    const effect = sum / ((side.counts[level] ?? 0) + side.ridge);
    moved = Math.max(moved, Math.abs(effect - (side.effects[level] ?? 0)));
    side.effects[level] = effect;
  });
  return moved;
}

function sideOf(sheets: readonly SheetTotal[], key: 'entry' | 'judge', ridge: number): Side {
  const index = new Map(distinct(sheets, key).map((name, level) => [name, level]));
  const of = sheets.map((sheet) => index.get(sheet[key]) ?? 0);
  const counts = [...index].map(() => 0);
  for (const level of of) counts[level] = (counts[level] ?? 0) + 1;
  return { of, counts, effects: counts.map(() => 0), ridge };
}

function at({ effects, of }: Side, sheet: number): number {
  return effects[of[sheet] ?? 0] ?? 0;
}

function distinct(sheets: readonly SheetTotal[], key: 'entry' | 'judge'): string[] {
  return [...new Set(sheets.map((sheet) => sheet[key]))];
}

/** Number of the connected part in which each entry stands, by colouring the sheets again and again. */
export function partsOf(sheets: readonly SheetTotal[]): ReadonlyMap<string, number> {
  const entryPart = new Map(distinct(sheets, 'entry').map((entry, part) => [entry, part]));
  const judgePart = new Map<string, number>();
  for (let hasChanged = true; hasChanged;) {
    hasChanged = false;
    for (const { entry, judge } of sheets) {
      const part = Math.min(entryPart.get(entry) ?? 0, judgePart.get(judge) ?? Infinity);
      hasChanged ||= part !== entryPart.get(entry) || part !== judgePart.get(judge);
      entryPart.set(entry, part);
      judgePart.set(judge, part);
    }
  }
  return entryPart;
}
