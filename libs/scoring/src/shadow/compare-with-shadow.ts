import type { StageRules, StageTallyResult } from '#domain';
import { isModel, modelAgreement } from './model-agreement.js';
import type { ShadowRow } from './shadow-row.js';

export interface ShadowDifference {
  readonly entry: string;
  readonly figure: 'entries' | 'sheets' | 'outcome' | 'score' | 'published' | 'rank';
  readonly tally: string | null;
  readonly shadow: string | null;
}

export interface ShadowReport {
  readonly verdict: 'agrees' | 'differs';
  /** Up to twenty. */
  readonly differences: readonly ShadowDifference[];
}

const shownDifferences = 20;

/** Every figure on which the two computations differ; the tie ladder may only part what the shadow ranks equal. */
export function compareWithShadow(
  rules: StageRules,
  { rows }: Pick<StageTallyResult, 'rows'>,
  shadow: readonly ShadowRow[],
): ShadowReport {
  const shadowByEntry = new Map(shadow.map((row) => [row.entry, row]));
  const agreement = isModel(rules) ? modelAgreement(rules, shadow) : null;
  const differences = rows.flatMap((row) => {
    const own = shadowByEntry.get(row.entry);
    const near = own && agreement?.(row, own);
    return rowDifferences(rules, row, own).filter(({ figure }) => !near?.[figure as keyof typeof near]);
  });
  if (rows.length !== shadow.length) {
    differences.push(difference('', 'entries', String(rows.length), String(shadow.length)));
  }
  return {
    verdict: differences.length === 0 ? 'agrees' : 'differs',
    differences: differences.slice(0, shownDifferences),
  };
}

function rowDifferences(
  rules: StageRules,
  row: StageTallyResult['rows'][number],
  shadow: ShadowRow | undefined,
): ShadowDifference[] {
  const { entry, outcome, exact, score, rank, tie } = row;
  if (shadow === undefined) return [difference(entry, 'entries', 'present', null)];
  const places = rules.rounding.total;
  const published = shadow.rounded === null || places === undefined ? score : withPoint(shadow.rounded, places);
  const isRankReached =
    rank === shadow.rank ||
    (rank !== null && shadow.rank !== null && rank > shadow.rank && rank < shadow.rank + (tie?.size ?? 1));
  const pairs = [
    ['sheets', String(row.sheets), String(shadow.sheets)],
    ['outcome', outcome, shadow.is_ranked ? 'ranked' : 'insufficient'],
    ['score', fraction(exact?.numerator, exact?.denominator), fraction(shadow.numerator, shadow.denominator)],
    ['published', score, published],
    ['rank', String(rank), isRankReached ? String(rank) : String(shadow.rank)],
  ] as const;
  return pairs.flatMap(([figure, tally, own]) => (tally === own ? [] : [difference(entry, figure, tally, own)]));
}

function difference(
  entry: string,
  figure: ShadowDifference['figure'],
  tally: string | null,
  shadow: string | null,
): ShadowDifference {
  return { entry, figure, tally, shadow };
}

function fraction(numerator: string | null | undefined, denominator: string | null | undefined): string | null {
  return numerator && denominator ? `${numerator}/${denominator}` : null;
}

/** Puts the point back into a whole number of 10^-places. */
function withPoint(whole: string, places: number): string {
  const sign = whole.startsWith('-') ? '-' : '';
  const digits = whole.replace('-', '').padStart(places + 1, '0');
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
