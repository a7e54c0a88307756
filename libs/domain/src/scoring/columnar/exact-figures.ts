import { Rational } from '../../decimal/rational.js';
import { print, rounded } from '../entry-score.js';
import { fractionText, greatestDivisor, roundedText } from './fraction-text.js';
import { SafeFraction } from './safe-fraction.js';
import { exactFraction } from '../exact-fraction.js';
import type { ExactFraction } from '../tally-result.js';

const largest = Number.MAX_SAFE_INTEGER;

/**
 * Exact scores of entries: two doubles where they hold the fraction, else a `Rational`. Each has the figure that is
 * ranked and shown, rounded to places where places are declared.
 */
export class ExactFigures {
  private readonly numerators: Float64Array;
  /** 0 where the entry has no score or a `Rational`. */
  private readonly denominators: Float64Array;
  private readonly others = new Map<number, Rational>();
  /** The figure in units of 10^−places where places are declared; NaN where the fraction is not in doubles. */
  private readonly roundedUnits: Float64Array | null;

  constructor(
    entries: number,
    private readonly places: number | undefined,
  ) {
    this.numerators = new Float64Array(entries);
    this.denominators = new Float64Array(entries);
    this.roundedUnits = places === undefined ? null : new Float64Array(entries).fill(NaN);
  }

  /** @param score null: none */
  set(entry: number, score: SafeFraction | Rational | null): void {
    if (score === null) return;
    if (score instanceof Rational) {
      this.others.set(entry, score);
      return;
    }
    const { numerator, denominator } = score;
    if (this.places !== undefined && this.roundedUnits !== null) {
      const figure = new SafeFraction().set(numerator, denominator);
      figure.round(this.places);
      if (!figure.isSafe) {
        this.others.set(entry, Rational.of(numerator, denominator));
        return;
      }
      this.roundedUnits[entry] = figure.numerator;
    }
    this.numerators[entry] = numerator;
    this.denominators[entry] = denominator;
  }

  /** Entries that have a score. */
  get count(): number {
    return this.others.size + this.denominators.reduce((count, denominator) => count + (denominator === 0 ? 0 : 1), 0);
  }

  has(entry: number): boolean {
    return this.denominators[entry] !== 0 || (this.others.size > 0 && this.others.has(entry));
  }

  /** The figure as a double, near enough to order all but neighbours; NaN without a score. */
  key(entry: number): number {
    const other = this.others.size === 0 ? undefined : this.others.get(entry);
    if (other) return rounded(other, this.places).toNumber();
    if (this.denominators[entry] === 0) return NaN;
    if (this.roundedUnits !== null) return this.roundedUnits[entry]! / 10 ** (this.places ?? 0);
    return this.numerators[entry]! / this.denominators[entry]!;
  }

  /** The figures as whole numbers of one scale, NaN without a score; null where not all of them are. */
  wholeKeys(): Float64Array | null {
    if (this.others.size > 0) return null;
    if (this.roundedUnits !== null) return this.roundedUnits;
    const scale = this.denominators.find((denominator) => denominator !== 0) ?? 1;
    if (!this.denominators.every((denominator) => denominator === scale || denominator === 0)) return null;
    return this.numerators.map((numerator, entry) => (this.denominators[entry] === 0 ? NaN : numerator));
  }

  /** Ascending, of the figures; both entries have one. */
  compare(left: number, right: number): number {
    if (this.denominators[left] === 0 || this.denominators[right] === 0) {
      return this.figure(left).compareTo(this.figure(right));
    }
    if (this.roundedUnits !== null) return this.roundedUnits[left]! - this.roundedUnits[right]!;
    const [above, below] = [this.numerators[left]!, this.denominators[left]!];
    const [otherAbove, otherBelow] = [this.numerators[right]!, this.denominators[right]!];
    if (below === otherBelow) return above - otherAbove;
    const [own, other] = [above * otherBelow, otherAbove * below];
    if (Math.max(Math.abs(own), Math.abs(other)) <= largest) return own - other;
    return this.figure(left).compareTo(this.figure(right));
  }

  /** The figure as it is shown. */
  text(entry: number): string {
    const units = this.roundedUnits?.[entry] ?? NaN;
    if (!Number.isNaN(units)) return roundedText(units, this.places ?? 0);
    if (this.places === undefined && this.denominators[entry] !== 0) {
      return fractionText(this.numerators[entry]!, this.denominators[entry]!);
    }
    return print(this.figure(entry), this.places);
  }

  /** The score before rounding, in lowest terms. */
  fraction(entry: number): ExactFraction {
    const other = this.others.get(entry);
    if (other) return exactFraction(other);
    const [numerator, denominator] = [this.numerators[entry]!, this.denominators[entry]!];
    const divisor = greatestDivisor(Math.abs(numerator), denominator);
    return { numerator: (numerator / divisor).toString(), denominator: (denominator / divisor).toString() };
  }

  private figure(entry: number): Rational {
    const exact = this.others.get(entry) ?? Rational.of(this.numerators[entry]!, this.denominators[entry]);
    return rounded(exact, this.places);
  }
}
