import type { LoadBands } from './even-loads.js';
import { basisStatus, type LinearBasis, type LinearModel, type LinearSolution } from './linear-model.js';
import type { PairTable } from './pair-table.js';
import { type Penalties, unevenSteps } from './penalties.js';

/** At least so many judges of a kind on an entry, or at most so many of an employer. */
export type SideRule =
  | { readonly entry: number; readonly kind: number; readonly atLeast: number }
  | { readonly entry: number; readonly employer: number; readonly atMost: number };

/** A column beside the pairs: how far a wish or rule is broken, at its price. */
export interface SlackColumn {
  readonly row: number;
  readonly sign: 1 | -1;
  readonly cost: number;
  readonly upper: number;
  readonly meaning: 'missing' | 'within-band' | 'uneven-over' | 'uneven-under' | 'over-most' | 'under-least' | 'rule';
}

/**
 * The plan as a linear model. Rows: the judges wanted of each entry; the least load of each judge in the even band; the
 * side rules so far. Columns: slacks of entries and judges, the pairs so far, slacks of side rules. Without side rules, or
 * with kinds alone, or employers alone, it is a flow in a network, so that its corners are whole; both together may break
 * that.
 */
export class PlanModel {
  readonly pairEntries: number[] = [];
  readonly pairJudges: number[] = [];
  readonly pairValues: number[] = [];
  readonly sideRules: SideRule[] = [];
  readonly baseSlacks: readonly SlackColumn[];
  /** Prices of the first rows, in which the model is written; see `startAt`. */
  private shift: Float64Array;
  private readonly rulesOfEntry = new Map<number, number[]>();
  private readonly known: Set<number>[];

  constructor(
    readonly table: PairTable,
    readonly bands: LoadBands,
    readonly penalties: Penalties,
  ) {
    this.known = table.entryIds.map(() => new Set<number>());
    this.shift = new Float64Array(this.firstRuleRow);
    this.baseSlacks = [...entrySlacks(table, penalties), ...judgeSlacks(table, bands, penalties)];
  }

  /**
   * Writes every cost as what remains of it at these prices of entries and judges, which changes no plan's rank: a solver
   * that starts from nothing then starts from these prices.
   */
  startAt(entries: Float64Array, judges: Float64Array): void {
    this.shift = Float64Array.from([...entries, ...judges]);
  }

  /** Prices of all rows, from what a solver found on top of those started at. */
  wholeDuals(rowDuals: Float64Array): Float64Array {
    return rowDuals.map((dual, row) => dual + (this.shift[row] ?? 0));
  }

  hasPair(entry: number, judge: number): boolean {
    return this.known[entry]?.has(judge) ?? false;
  }

  addPair(entry: number, judge: number, value: number): void {
    if (this.hasPair(entry, judge)) return;
    this.known[entry]?.add(judge);
    this.pairEntries.push(entry);
    this.pairJudges.push(judge);
    this.pairValues.push(value);
  }

  addRule(rule: SideRule): void {
    const rules = this.rulesOfEntry.get(rule.entry) ?? [];
    this.rulesOfEntry.set(rule.entry, rules);
    rules.push(this.sideRules.push(rule) - 1);
  }

  /** Side rules of an entry, by number. */
  rulesOf(entry: number): readonly number[] {
    return this.rulesOfEntry.get(entry) ?? [];
  }

  isUnder(rule: number, judge: number): boolean {
    const side = this.sideRules[rule];
    if (side === undefined) return false;
    return 'kind' in side ? this.table.kindOf[judge] === side.kind : this.table.employerOf[judge] === side.employer;
  }

  get sideSlacks(): SlackColumn[] {
    const first = this.firstRuleRow;
    return this.sideRules.map((side, index) => ({
      ...{ row: first + index, sign: 'kind' in side ? 1 : -1, meaning: 'rule' },
      ...{ cost: this.penalties.rule, upper: Number.POSITIVE_INFINITY },
    }));
  }

  get firstRuleRow(): number {
    return this.table.entryIds.length + this.table.judgeIds.length;
  }

  /** Column of the first pair. */
  get firstPair(): number {
    return this.baseSlacks.length;
  }

  build(isWhole: boolean): LinearModel {
    const { table, bands } = this;
    const [entries, judges] = [table.entryIds.length, table.judgeIds.length];
    const columns = new ColumnWriter(this.baseSlacks.length + this.pairEntries.length + this.sideRules.length);
    for (const slack of this.baseSlacks) columns.addSlack(slack, slack.sign * (this.shift[slack.row] ?? 0));
    for (let pair = 0; pair < this.pairEntries.length; pair += 1) {
      const [entry, judge] = [this.pairEntries[pair] ?? 0, this.pairJudges[pair] ?? 0];
      const under = this.rulesOf(entry).filter((rule) => this.isUnder(rule, judge));
      const rows = [entry, entries + judge, ...under.map((rule) => this.firstRuleRow + rule)];
      const prices = (this.shift[entry] ?? 0) + (this.shift[entries + judge] ?? 0);
      columns.add(-(this.pairValues[pair] ?? 0) - prices, 1, rows, 1);
    }
    for (const slack of this.sideSlacks) columns.addSlack(slack, 0);
    const rowLower = new Float64Array(entries + judges + this.sideRules.length);
    const rowUpper = new Float64Array(rowLower.length);
    rowLower.set(table.wanted);
    rowUpper.set(table.wanted);
    for (let judge = 0; judge < judges; judge += 1) {
      rowLower[entries + judge] = rowUpper[entries + judge] = stillAtLeast(table, bands, judge);
    }
    this.sideRules.forEach((side, index) => {
      rowLower[this.firstRuleRow + index] = 'kind' in side ? side.atLeast : Number.NEGATIVE_INFINITY;
      rowUpper[this.firstRuleRow + index] = 'kind' in side ? Number.POSITIVE_INFINITY : side.atMost;
    });
    return { ...columns.arrays(), rowLower, rowUpper, isWhole };
  }

  /** Starts where an earlier solution of this model ended, before pairs and rules were added. */
  startFrom(earlier: LinearBasis, pairs: number): LinearBasis {
    const columns = new Int32Array(this.firstPair + this.pairEntries.length + this.sideRules.length);
    columns.fill(basisStatus.atLower);
    columns.set(earlier.columns.subarray(0, this.firstPair + pairs));
    columns.set(earlier.columns.subarray(this.firstPair + pairs), this.firstPair + this.pairEntries.length);
    const rows = new Int32Array(this.firstRuleRow + this.sideRules.length).fill(basisStatus.basic);
    rows.set(earlier.rows);
    return { columns, rows };
  }

  /** Numbers of the pairs in a solution. */
  chosen(solution: LinearSolution): number[] {
    const pairs: number[] = [];
    for (let pair = 0; pair < this.pairEntries.length; pair += 1) {
      if ((solution.values[this.firstPair + pair] ?? 0) > 0.5) pairs.push(pair);
    }
    return pairs;
  }
}

/** Places of the even band that a judge must still get, beside fixed ones. */
export function stillAtLeast(table: PairTable, bands: LoadBands, judge: number): number {
  return Math.max(0, (bands.lowest[judge] ?? 0) - (table.fixedLoads[judge] ?? 0));
}

export function stillAtMost(table: PairTable, bands: LoadBands, judge: number): number {
  return Math.max(0, (bands.highest[judge] ?? 0) - (table.fixedLoads[judge] ?? 0));
}

function entrySlacks(table: PairTable, penalties: Penalties): SlackColumn[] {
  return Array.from(table.wanted, (upper, row) => ({
    ...{ row, sign: 1, cost: penalties.missing, upper, meaning: 'missing' },
  }));
}

function judgeSlacks(table: PairTable, bands: LoadBands, penalties: Penalties): SlackColumn[] {
  const entries = table.entryIds.length;
  return table.judgeIds.flatMap((_, judge): SlackColumn[] => {
    const row = entries + judge;
    const over = steps(Math.max(0, (table.most[judge] ?? 0) - (bands.highest[judge] ?? 0)), penalties.uneven);
    const under = steps(Math.max(0, (bands.lowest[judge] ?? 0) - (table.least[judge] ?? 0)), penalties.uneven);
    const beyond = { row, cost: penalties.limit, upper: Number.POSITIVE_INFINITY };
    const within = stillAtMost(table, bands, judge) - stillAtLeast(table, bands, judge);
    const inBand = { row, sign: -1 as const, cost: 0, upper: within, meaning: 'within-band' as const };
    return [
      ...(within > 0 ? [inBand] : []),
      ...over.map((step) => ({ ...step, row, sign: -1 as const, meaning: 'uneven-over' as const })),
      { ...beyond, sign: -1, meaning: 'over-most' },
      ...under.map((step) => ({ ...step, row, sign: 1 as const, meaning: 'uneven-under' as const })),
      { ...beyond, sign: 1, meaning: 'under-least' },
    ];
  });
}

function steps(room: number, price: number): { cost: number; upper: number }[] {
  let left = room;
  return unevenSteps.flatMap(({ width, factor }) => {
    const upper = Math.min(width, left);
    left -= upper;
    return upper > 0 ? [{ cost: factor * price, upper }] : [];
  });
}

class ColumnWriter {
  private readonly cost: Float64Array;
  private readonly upper: Float64Array;
  private readonly starts: Int32Array;
  private readonly rows: number[] = [];
  private readonly signs: number[] = [];
  private count = 0;

  constructor(columns: number) {
    this.cost = new Float64Array(columns);
    this.upper = new Float64Array(columns);
    this.starts = new Int32Array(columns + 1);
  }

  addSlack(slack: SlackColumn, price: number): void {
    this.add(slack.cost - price, slack.upper, [slack.row], slack.sign);
  }

  add(cost: number, upper: number, rows: readonly number[], sign: number): void {
    this.cost[this.count] = cost;
    this.upper[this.count] = upper;
    for (const row of rows) {
      this.rows.push(row);
      this.signs.push(sign);
    }
    this.count += 1;
    this.starts[this.count] = this.rows.length;
  }

  arrays() {
    return {
      ...{ cost: this.cost, upper: this.upper, starts: this.starts },
      ...{ rows: Int32Array.from(this.rows), coefficients: Float64Array.from(this.signs) },
    };
  }
}
