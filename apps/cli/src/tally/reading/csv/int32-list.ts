/** Whole numbers that arrive one by one, 4 bytes each. */
export class Int32List {
  length = 0;
  private values = new Int32Array(4096);

  push(value: number): void {
    if (this.length === this.values.length) {
      const values = new Int32Array(2 * this.length);
      values.set(this.values);
      this.values = values;
    }
    this.values[this.length] = value;
    this.length += 1;
  }

  finish(): Int32Array {
    return this.values.subarray(0, this.length);
  }
}
