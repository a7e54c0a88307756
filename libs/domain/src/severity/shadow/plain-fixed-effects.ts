import { plainInverse, plainProduct } from './plain-inverse.js';

export interface PlainSheet {
  readonly entry: string;
  readonly judge: string;
  readonly total: number;
}

export interface PlainEffect {
  readonly value: number;
  /** NaN without a degree of freedom. */
  readonly standardError: number;
}

export interface PlainFixedEffects {
  readonly entries: ReadonlyMap<string, PlainEffect>;
  readonly judges: ReadonlyMap<string, PlainEffect>;
  readonly residualVariance: number;
  /** NaN across components. */
  readonly differenceError: (entry: string, other: string) => number;
}

/**
 * `fitFixedEffects` done again without its code: the whole normal equations X'X β = X'y with nothing absorbed, each
 * component's Σ judge effects = 0 added as a row k, β = (X'X + KK')⁻¹ X'y, and its covariance by the sandwich
 * σ² (X'X + KK')⁻¹ X'X (X'X + KK')⁻¹. Cubic in entries + judges: for a few hundred.
 */
export function plainFixedEffects(sheets: readonly PlainSheet[]): PlainFixedEffects {
  const entries = [...new Set(sheets.map(({ entry }) => entry))];
  const judges = [...new Set(sheets.map(({ judge }) => judge))];
  const columnsOf = ({ entry, judge }: PlainSheet) => [entries.indexOf(entry), entries.length + judges.indexOf(judge)];
  const size = entries.length + judges.length;
  const label = componentLabels(size, sheets.map(columnsOf));
  const components = [...new Set(label)];
  const gram = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const right = new Array<number>(size).fill(0);
  for (const sheet of sheets) {
    for (const i of columnsOf(sheet)) {
      right[i] = right[i]! + sheet.total;
      for (const j of columnsOf(sheet)) gram[i]![j] = gram[i]![j]! + 1;
    }
  }
  const isJudge = (i: number) => i >= entries.length;
  const inverse = plainInverse(
    gram.map((row, i) => row.map((value, j) => value + (isJudge(i) && isJudge(j) && label[i] === label[j] ? 1 : 0))),
  );
  const effects = inverse.map((row) => row.reduce((sum, value, k) => sum + value * right[k]!, 0));
  const squares = sheets.map((sheet) => (sheet.total - columnsOf(sheet).reduce((sum, i) => sum + effects[i]!, 0)) ** 2);
  const freedom = sheets.length - size + components.length;
  const residualVariance = freedom > 0 ? squares.reduce((sum, square) => sum + square, 0) / freedom : Number.NaN;
  const covariance = plainProduct(plainProduct(inverse, gram), inverse);
  const errorOf = (variance: number) => Math.sqrt(residualVariance * Math.max(0, variance));
  const effectAt = (i: number): PlainEffect => ({ value: effects[i]!, standardError: errorOf(covariance[i]![i]!) });
  return {
    entries: new Map(entries.map((entry, i) => [entry, effectAt(i)])),
    judges: new Map(judges.map((judge, i) => [judge, effectAt(entries.length + i)])),
    residualVariance,
    differenceError: (entry, other) => {
      const [i, j] = [entries.indexOf(entry), entries.indexOf(other)];
      if (label[i] !== label[j]) return Number.NaN;
      return errorOf(covariance[i]![i]! + covariance[j]![j]! - covariance[i]![j]! - covariance[j]![i]!);
    },
  };
}

/** The smallest node that each node reaches, by passing labels along edges until nothing changes. */
function componentLabels(size: number, edges: readonly (readonly number[])[]): number[] {
  const labels = Array.from({ length: size }, (_, node) => node);
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (const [from, to] of edges) {
      const least = Math.min(labels[from!]!, labels[to!]!);
      if (labels[from!] === least && labels[to!] === least) continue;
      labels[from!] = labels[to!] = least;
      isChanged = true;
    }
  }
  return labels;
}
