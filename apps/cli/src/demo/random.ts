import { sha256Hex } from '#domain';

/**
 * Seeded randomness (sfc32): the same seed text gives the same stream on every machine. Each purpose takes a stream of
 * its own, so that a further draw for one never shifts another.
 */
export class Random {
  private readonly state: Uint32Array;

  constructor(seed: string) {
    const hash = sha256Hex(seed);
    this.state = Uint32Array.from([0, 8, 16, 24].map((at) => Number.parseInt(hash.slice(at, at + 8), 16)));
    for (let round = 0; round < 12; round += 1) this.next();
  }

  /** From 0 to below 1. */
  next(): number {
    const [a = 0, b = 0, c = 0, d = 0] = this.state;
    const sum = (a + b + d) >>> 0;
    this.state[3] = d + 1;
    this.state[0] = b ^ (b >>> 9);
    this.state[1] = c + (c << 3);
    this.state[2] = ((c << 21) | (c >>> 11)) + sum;
    return sum / 2 ** 32;
  }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** Normal with mean 0 and standard deviation 1, drawn again beyond `cut` deviations. */
  normal(cut = 2.5): number {
    for (;;) {
      const value = Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
      if (Math.abs(value) <= cut) return value;
    }
  }

  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }

  shuffle<T>(values: readonly T[]): T[] {
    const result = [...values];
    for (let last = result.length - 1; last > 0; last -= 1) {
      const other = this.below(last + 1);
      [result[last], result[other]] = [result[other] as T, result[last] as T];
    }
    return result;
  }
}
