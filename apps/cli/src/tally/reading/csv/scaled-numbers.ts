import type { ScaledDecimals } from '#domain';

type Units = Int32Array | Float64Array | bigint[];

/** Decimals that arrive one by one, kept as whole numbers of the finest scale so far, in as few bytes as hold them. */
export class ScaledNumbers {
  private units: Units = new Int32Array(4096);
  private places = 0;
  private count = 0;

  /** Adds units / 10^places; a plain number is a safe integer. */
  add(units: number | bigint, places: number): void {
    if (places > this.places) this.refine(places);
    let value = units;
    if (places < this.places) {
      value =
        typeof units === 'number' ? units * 10 ** (this.places - places) : units * 10n ** BigInt(this.places - places);
      if (typeof value === 'number' && !Number.isSafeInteger(value)) {
        value = BigInt(units) * 10n ** BigInt(this.places - places);
      }
    }
    this.put(value);
  }

  finish(): ScaledDecimals {
    const units = Array.isArray(this.units) ? this.units : this.units.subarray(0, this.count);
    return { units, places: this.places };
  }

  private put(value: number | bigint): void {
    if (typeof value === 'bigint' || Array.isArray(this.units)) {
      this.bigUnits().push(BigInt(value));
    } else {
      if (this.count === this.units.length) {
        this.units = copied(this.units, new (constructorOf(this.units))(2 * this.count));
      }
      if (this.units instanceof Int32Array && (value | 0) !== value) {
        this.units = copied(this.units, new Float64Array(this.units.length));
      }
      this.units[this.count] = value;
    }
    this.count += 1;
  }

  private bigUnits(): bigint[] {
    if (!Array.isArray(this.units)) this.units = Array.from(this.units.subarray(0, this.count), BigInt);
    return this.units;
  }

  /** A finer scale for all that is there. */
  private refine(places: number): void {
    const before = this.units;
    const from = this.places;
    const count = this.count;
    this.units = new Int32Array(Math.max(4096, before.length));
    this.places = places;
    this.count = 0;
    for (let at = 0; at < count; at += 1) this.add(before[at]!, from);
  }
}

function constructorOf(units: Int32Array | Float64Array): Int32ArrayConstructor | Float64ArrayConstructor {
  return units instanceof Int32Array ? Int32Array : Float64Array;
}

function copied<T extends Int32Array | Float64Array>(from: Int32Array | Float64Array, to: T): T {
  to.set(from);
  return to;
}
