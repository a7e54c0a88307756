const largest = Number.MAX_SAFE_INTEGER;

/** A fraction of whole numbers that doubles hold exactly, or the knowledge that they no longer do. */
export class SafeFraction {
  numerator = 0;
  denominator = 1;
  /** False: some step left the safe integers, and neither part means anything. */
  isSafe = true;

  set(numerator: number, denominator: number): this {
    this.numerator = numerator;
    this.denominator = denominator;
    this.isSafe = Math.abs(numerator) <= largest && denominator <= largest;
    return this;
  }

  /** Adds numerator / denominator, the denominator above 0. */
  add(numerator: number, denominator: number): void {
    const [left, right] =
      this.denominator % denominator === 0
        ? [1, this.denominator / denominator]
        : denominator % this.denominator === 0
          ? [denominator / this.denominator, 1]
          : [denominator, this.denominator];
    const own = this.numerator * left;
    const added = numerator * right;
    this.denominator *= left;
    this.numerator = own + added;
    this.isSafe &&= Math.max(Math.abs(own), Math.abs(added), Math.abs(this.numerator), this.denominator) <= largest;
  }

  /** Multiplies by numerator / denominator, the denominator above 0. */
  scale(numerator: number, denominator: number): void {
    this.numerator *= numerator;
    this.denominator *= denominator;
    this.isSafe &&= Math.abs(this.numerator) <= largest && this.denominator <= largest;
  }

  /** Rounds to decimal places, halves away from zero. */
  round(places: number): void {
    const scale = 10 ** places;
    const doubled = 2 * Math.abs(this.numerator) * scale + this.denominator;
    const below = 2 * this.denominator;
    this.isSafe &&= doubled <= largest && below <= largest && scale <= largest;
    const units = (doubled - (doubled % below)) / below;
    this.numerator = this.numerator < 0 && units !== 0 ? -units : units;
    this.denominator = scale;
  }
}
