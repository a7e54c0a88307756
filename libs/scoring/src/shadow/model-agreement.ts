import type { StageRules, StageTallyResult } from '#domain';
import type { ShadowRow } from './shadow-row.js';

/** How far a model's score may lie from its shadow's, in points. */
const tolerance = 1e-6;

/** Methods that compute in doubles: their shadows agree within a tolerance and not to the last digit. */
export function isModel({ method: { key } }: StageRules): boolean {
  return key === 'standardised' || key === 'severity-adjusted';
}

type Row = StageTallyResult['rows'][number];

/** Which figures of a row lie within the tolerance of the shadow's; ranks where equal scores could part by as much. */
export function modelAgreement(rules: StageRules, shadow: readonly ShadowRow[]) {
  const places = rules.rounding.total;
  const step = places === undefined ? 0 : 10 ** -places;
  const figures = shadow.flatMap((row) => (row.is_ranked ? [valueOf(row.numerator, row.denominator)] : []));
  const isNear = (left: number, right: number, by: number) => Math.abs(left - right) <= by;
  return (row: Row, own: ShadowRow) => {
    if (!row.exact || !own.is_ranked) return { score: false, published: false, rank: false };
    const figure = valueOf(own.numerator, own.denominator);
    // Two scores within a rounding step may be published alike, or apart.
    const reach = 2 * tolerance + step;
    const above = figures.filter((other) => other > figure + reach).length;
    const notBelow = figures.filter((other) => other >= figure - reach).length;
    return {
      score: isNear(valueOf(row.exact.numerator, row.exact.denominator), figure, tolerance),
      published: isNear(Number(row.score), figure, step / 2 + 2 * tolerance),
      rank: row.rank !== null && row.rank > above && row.rank <= notBelow,
    };
  };
}

function valueOf(numerator: string | null, denominator: string | null): number {
  return Number(numerator) / Number(denominator);
}
