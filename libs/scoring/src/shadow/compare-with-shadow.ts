import type { EntityManager } from 'typeorm';
import type { StageRules, StageTallyResult } from '#domain';
import { shadowSql } from './shadow-sql.js';

export interface ShadowRow {
  readonly entry: string;
  readonly sheets: number;
  readonly is_ranked: boolean;
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** Whole number of 10^-places; null without rounding of the total. */
  readonly rounded: string | null;
  /** Before the tie ladder. */
  readonly rank: number | null;
}

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

/**
 * For the transaction in which the shadow is computed. The planner knows nothing of the relations within the statement:
 * right after a bulk load it would choose loops over loops, and compiling the plan takes longer than running it.
 */
export async function planForShadow(manager: EntityManager): Promise<void> {
  await manager.query(`select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true)`);
}

/** Computes the shadow on what the manager's transaction sees. */
export async function readShadow(manager: EntityManager, stageId: string, rules: StageRules): Promise<ShadowRow[]> {
  const criteria = rules.rubric.criteria
    .filter(({ counted }) => counted)
    .map(({ key, factor, maximum }, at) => ({ at, key, factor, maximum }));
  return manager.query<ShadowRow[]>(shadowSql(rules), [stageId, JSON.stringify(criteria)]);
}

/** Every figure on which the two computations differ; the tie ladder may only part what the shadow ranks equal. */
export function compareWithShadow(
  rules: StageRules,
  { rows }: Pick<StageTallyResult, 'rows'>,
  shadow: readonly ShadowRow[],
): ShadowReport {
  const shadowByEntry = new Map(shadow.map((row) => [row.entry, row]));
  const differences = rows.flatMap((row) => rowDifferences(rules, row, shadowByEntry.get(row.entry)));
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
