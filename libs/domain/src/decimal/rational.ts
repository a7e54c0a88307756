/**
 * An exact fraction over BigInt. Written here because decimal.js has no exact division: 1/3 is cut at its precision.
 *
 * The denominator is always positive. The fraction is reduced only on request: scores of one scale keep one
 * denominator, so that summing a million of them is a million integer additions and not a million gcds.
 *
 * @example Rational.of(1n, 3n).plus(Rational.of(1n, 6n)).equals(Rational.of(1n, 2n)) // true
 */
export class Rational {
  static readonly zero = new Rational(0n, 1n);
  static readonly one = new Rational(1n, 1n);

  private constructor(
    readonly numerator: bigint,
    readonly denominator: bigint,
  ) {}

  /** @throws RangeError when the denominator is zero. */
  static of(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
    const below = BigInt(denominator);
    if (below === 0n) throw new RangeError('a fraction has no zero denominator');
    return below < 0n ? new Rational(-BigInt(numerator), -below) : new Rational(BigInt(numerator), below);
  }

  plus(other: Rational): Rational {
    if (this.denominator === other.denominator) {
      return new Rational(this.numerator + other.numerator, this.denominator);
    }
    if (this.denominator % other.denominator === 0n) {
      return new Rational(this.numerator + other.numerator * (this.denominator / other.denominator), this.denominator);
    }
    if (other.denominator % this.denominator === 0n) return other.plus(this);
    return new Rational(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    ).reduced();
  }

  minus(other: Rational): Rational {
    return this.plus(new Rational(-other.numerator, other.denominator));
  }

  times(other: Rational): Rational {
    return new Rational(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  /** @throws RangeError when dividing by zero. */
  dividedBy(other: Rational): Rational {
    return Rational.of(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  /** Negative, zero or positive, as a comparator wants it. */
  compareTo(other: Rational): number {
    const same = this.denominator === other.denominator;
    const left = same ? this.numerator : this.numerator * other.denominator;
    const right = same ? other.numerator : other.numerator * this.denominator;
    return left < right ? -1 : left > right ? 1 : 0;
  }

  equals(other: Rational): boolean {
    return this.compareTo(other) === 0;
  }

  get isZero(): boolean {
    return this.numerator === 0n;
  }

  get isNegative(): boolean {
    return this.numerator < 0n;
  }

  /** The same value in lowest terms. */
  reduced(): Rational {
    let a = this.numerator < 0n ? -this.numerator : this.numerator;
    let b = this.denominator;
    while (b !== 0n) [a, b] = [b, a % b];
    return a === 1n ? this : new Rational(this.numerator / a, this.denominator / a);
  }

  /** The nearest double, for standard errors only; never for a score. */
  toNumber(): number {
    // Both sides exact in a double: one division, rounded once, whether or not the fraction is in lowest terms.
    const [above, below] = [Number(this.numerator), Number(this.denominator)];
    if (Math.abs(above) <= Number.MAX_SAFE_INTEGER && below <= Number.MAX_SAFE_INTEGER) return above / below;
    const { numerator, denominator } = this.reduced();
    const direct = Number(numerator) / Number(denominator);
    if (Number.isFinite(direct)) return direct;
    // Both sides too long for a double: drop as many low bits from each.
    const surplus = BigInt(Math.max(0, denominator.toString(2).length - 1000));
    return Number(numerator >> surplus) / Number(denominator >> surplus);
  }
}
