/** Sets of words as bits, 32 a number, so that two of them are compared in one step. */
export class BitRows {
  private readonly numbers: Map<string, number>;
  private readonly width: number;
  private readonly bits: Int32Array;

  constructor(rows: readonly (readonly string[])[], numbers?: Map<string, number>) {
    this.numbers = numbers ?? new Map([...new Set(rows.flat())].map((name, index) => [name, index]));
    this.width = Math.ceil(this.numbers.size / 32);
    this.bits = new Int32Array(rows.length * this.width);
    rows.forEach((row, index) => {
      for (const name of row) {
        const number = this.numbers.get(name);
        if (number === undefined) continue;
        const at = index * this.width + (number >>> 5);
        this.bits[at] = (this.bits[at] ?? 0) | (1 << (number & 31));
      }
    });
  }

  /** Other sets in the same numbering; a word that no row of this has is left out. */
  others(rows: readonly (readonly string[])[]): BitRows {
    return new BitRows(rows, this.numbers);
  }

  meets(row: number, other: BitRows, otherRow: number): boolean {
    for (let word = 0; word < this.width; word += 1) {
      if (((this.bits[row * this.width + word] ?? 0) & (other.bits[otherRow * this.width + word] ?? 0)) !== 0) {
        return true;
      }
    }
    return false;
  }

  inCommon(row: number, other: BitRows, otherRow: number): number {
    let count = 0;
    for (let word = 0; word < this.width; word += 1) {
      count += bitCount((this.bits[row * this.width + word] ?? 0) & (other.bits[otherRow * this.width + word] ?? 0));
    }
    return count;
  }
}

function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
