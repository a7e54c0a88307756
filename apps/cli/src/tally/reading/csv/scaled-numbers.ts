import type { ScaledDecimals } from '#domain';

const emptySmall = new Int32Array(0);

/** Decimals that arrive one by one, kept as whole numbers of the finest scale so far, in as few bytes as hold them. */
export class ScaledNumbers {
  /** Where the values are while all of them fit; empty from then on. */
  private small = new Int32Array(4096);
  /** Where they are from then on. */
  private large: Float64Array | bigint[] | null = null;
  private places = 0;
  private count = 0;

  /** Adds units / 10^places; a plain number is a safe integer. */
  add(units: number | bigint, places: number): void {
    // Nearly all values of a file take this way.
    if (
      typeof units === 'number' &&
      (units | 0) === units &&
      places === this.places &&
      this.count < this.small.length
    ) {
      this.small[this.count] = units;
      this.count += 1;
      return;
    }
    if (places > this.places) this.refine(places);
    this.put(places < this.places ? scaled(units, this.places - places) : units);
  }

  finish(): ScaledDecimals {
    const units = this.large ?? this.small;
    return { units: Array.isArray(units) ? units : units.subarray(0, this.count), places: this.places };
  }

  private put(value: number | bigint): void {
    if (this.large === null && !(typeof value === 'number' && (value | 0) === value)) this.enlarge();
    if (Array.isArray(this.large) || typeof value === 'bigint') this.bigUnits().push(BigInt(value));
    else if (this.large === null) {
      if (this.count === this.small.length) this.small = copied(this.small, new Int32Array(2 * this.count));
      this.small[this.count] = value;
    } else {
      if (this.count === this.large.length) this.large = copied(this.large, new Float64Array(2 * this.count));
      this.large[this.count] = value;
    }
    this.count += 1;
  }

  private enlarge(): void {
    this.large = copied(this.small, new Float64Array(this.small.length));
    this.small = emptySmall;
  }

  private bigUnits(): bigint[] {
    if (!Array.isArray(this.large)) this.large = Array.from(this.large?.subarray(0, this.count) ?? [], BigInt);
    return this.large;
  }

  /** A finer scale for all that is there. */
  private refine(places: number): void {
    const before = this.large ?? this.small;
    const from = this.places;
    const count = this.count;
    this.small = new Int32Array(Math.max(4096, before.length));
    this.large = null;
    this.places = places;
    this.count = 0;
    for (let at = 0; at < count; at += 1) this.add(before[at]!, from);
  }
}

/** Value × 10^places: a big integer where no plain number holds it. */
function scaled(units: number | bigint, places: number): number | bigint {
  if (typeof units === 'bigint') return units * 10n ** BigInt(places);
  const value = units * 10 ** places;
  return Number.isSafeInteger(value) ? value : BigInt(units) * 10n ** BigInt(places);
}

function copied<T extends Int32Array | Float64Array>(from: Int32Array | Float64Array, to: T): T {
  to.set(from);
  return to;
}
