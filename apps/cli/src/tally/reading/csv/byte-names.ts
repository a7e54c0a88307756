/**
 * Gives each distinct run of bytes a number, from 0 in order of first appearance. A name that is known costs a hash of
 * its bytes and no string.
 */
export class ByteNames {
  /** In order of their numbers. */
  readonly names: string[] = [];
  /** Number + 1, by hash; a power of two long and at most half full. */
  private slots = new Int32Array(1024);
  private hashes = new Int32Array(512);
  /** Bytes of name n are `store[starts[n]]` to before `store[starts[n + 1]]`. */
  private starts = new Int32Array(513);
  private store = Buffer.allocUnsafe(8192);
  private last = 0;

  /** @returns its number, or −1 for a name that is not known */
  find(bytes: Buffer, from: number, to: number): number {
    // Rows of one entry or judge often follow one another.
    if (this.names.length > 0 && this.isSame(this.last, bytes, from, to)) return this.last;
    const hash = hashOf(bytes, from, to);
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; this.slots[slot] !== 0; slot = (slot + 1) & mask) {
      const known = this.slots[slot]! - 1;
      if (this.hashes[known] === hash && this.isSame(known, bytes, from, to)) return (this.last = known);
    }
    return -1;
  }

  /** The number of a name given as text, or −1. */
  indexOf(name: string): number {
    const bytes = Buffer.from(name);
    return this.find(bytes, 0, bytes.length);
  }

  /** Adds a name that is not known. @returns its number */
  add(bytes: Buffer, from: number, to: number, name: string): number {
    const index = this.names.push(name) - 1;
    if (this.names.length === this.hashes.length) this.grow();
    const start = this.starts[index]!;
    const end = start + to - from;
    if (end > this.store.length) {
      this.store = Buffer.concat([this.store, Buffer.allocUnsafe(this.store.length + to - from)]);
    }
    for (let at = from; at < to; at += 1) this.store[start + at - from] = bytes[at]!;
    this.starts[index + 1] = end;
    this.hashes[index] = hashOf(bytes, from, to);
    this.place(index);
    return (this.last = index);
  }

  private isSame(known: number, bytes: Buffer, from: number, to: number): boolean {
    const start = this.starts[known]!;
    const length = to - from;
    if (this.starts[known + 1]! - start !== length) return false;
    for (let at = length - 1; at >= 0; at -= 1) {
      if (this.store[start + at] !== bytes[from + at]) return false;
    }
    return true;
  }

  private place(index: number): void {
    const mask = this.slots.length - 1;
    let slot = this.hashes[index]! & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = index + 1;
  }

  private grow(): void {
    const size = this.hashes.length * 2;
    const hashes = new Int32Array(size);
    hashes.set(this.hashes);
    this.hashes = hashes;
    const starts = new Int32Array(size + 1);
    starts.set(this.starts);
    this.starts = starts;
    this.slots = new Int32Array(2 * size);
    for (let index = 0; index < this.names.length - 1; index += 1) this.place(index);
  }
}

/** FNV-1a, its bits mixed once more for tables of a power of two. */
function hashOf(bytes: Buffer, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return hash ^ (hash >>> 15);
}
