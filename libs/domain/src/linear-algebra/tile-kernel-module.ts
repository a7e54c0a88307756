/**
 * A WebAssembly module of one function, `subtractTile(i, j, stride, target, count)`, written instruction by instruction so
 * that what runs is what can be read here. Each vector holds two neighbouring columns of the tile, so that every sum is
 * taken in the order of plain numbers. Encoding: WebAssembly Core Specification 2.0, ch. 5.
 */
const i32 = 0x7f;
const v128 = 0x7b;
const tile = 4;
const double = 8;

// Parameters, then locals: addresses of the rows, columns of the four rows at j, sums of the tile by halves of a row.
const [pointerI, pointerJ, stride, target, count] = [0, 1, 2, 3, 4];
const rowI = (row: number) => (row === 0 ? pointerI : 4 + row);
const rowJ = (row: number) => (row === 0 ? pointerJ : 7 + row);
const firstVector = 11;
const loaded = (row: number) => firstVector + row;
const pair = (column: number, half: number) => firstVector + tile + 2 * column + half;
const factor = firstVector + 2 * tile;
const sum = (row: number, half: number) => factor + 1 + 2 * row + half;

const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
/** From 0 to 63, which take one byte. */
const constant = (value: number) => [0x41, value];
const add = [0x6a];
const subtract = [0x6b];
const load = (offset: number) => [0xfd, 0x00, 3, offset];
const loadTwice = (offset: number) => [0xfd, 0x0a, 3, offset];
const store = (offset: number) => [0xfd, 0x0b, 3, offset];
const addVectors = [0xfd, 0xf0, 0x01];
const subtractVectors = [0xfd, 0xf1, 0x01];
const multiplyVectors = [0xfd, 0xf2, 0x01];
const end = 0x0b;

/** The first or second numbers of two vectors side by side. */
function interleave(which: number): number[] {
  const bytes = Array.from({ length: double }, (_, at) => which * double + at);
  return [0xfd, 0x0d, ...bytes, ...bytes.map((byte) => byte + 16)];
}

const rows = [0, 1, 2, 3];

/** Addresses of rows 1 to 3 from that of row 0. */
const addresses = (of: (row: number) => number) =>
  rows.slice(1).flatMap((row) => [...get(of(row - 1)), ...get(stride), ...add, ...set(of(row))]);

/** Sums of the tile + the products of one column, whose numbers at j are in two pairs. */
const addProducts = (column: number) =>
  rows.flatMap((row) => [
    ...get(rowI(row)),
    ...loadTwice(column * double),
    ...set(factor),
    ...[0, 1].flatMap((half) => [
      ...get(sum(row, half)),
      ...get(factor),
      ...get(pair(column, half)),
      ...multiplyVectors,
      ...addVectors,
      ...set(sum(row, half)),
    ]),
  ]);

const pairsOf = (column: number) =>
  [0, 1].flatMap((half) => [
    ...get(loaded(2 * half)),
    ...get(loaded(2 * half + 1)),
    ...interleave(column),
    ...set(pair(column, half)),
  ]);

const advance = [...rows.map(rowI), ...rows.map(rowJ)].flatMap((local) => [
  ...get(local),
  ...constant(2 * double),
  ...add,
  ...set(local),
]);

/** Two columns at a time. */
const twoColumns = [
  ...rows.flatMap((row) => [...get(rowJ(row)), ...load(0), ...set(loaded(row))]),
  ...pairsOf(0),
  ...pairsOf(1),
  ...addProducts(0),
  ...addProducts(1),
  ...advance,
];

const lastColumn = [
  ...rows.flatMap((row) => [...get(rowJ(row)), ...loadTwice(0), ...set(loaded(row))]),
  ...pairsOf(0),
  ...addProducts(0),
];

const subtractSums = rows.flatMap((row) => [
  ...[0, 1].flatMap((half) => [
    ...get(target),
    ...get(target),
    ...load(half * 2 * double),
    ...get(sum(row, half)),
    ...subtractVectors,
    ...store(half * 2 * double),
  ]),
  ...[...get(target), ...get(stride), ...add, ...set(target)],
]);

const body = [
  ...addresses(rowI),
  ...addresses(rowJ),
  // loop while 2 ≤ count: block { loop { if count < 2 leave; …; again } }
  ...[0x02, 0x40, 0x03, 0x40, ...get(count), ...constant(2), 0x48, 0x0d, 1],
  ...twoColumns,
  ...[...get(count), ...constant(2), ...subtract, ...set(count), 0x0c, 0, end, end],
  ...[...get(count), 0x04, 0x40, ...lastColumn, end],
  ...subtractSums,
  end,
];

/** Imports the memory `square.memory`, exports `subtractTile`. */
export function moduleBytes(): Uint8Array<ArrayBuffer> {
  const locals = [2, ...[6, i32], ...[sum(3, 1) - firstVector + 1, v128]];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 5, i32, i32, i32, i32, i32, 0]),
    ...section(2, [1, ...name('square'), ...name('memory'), 0x02, 0x00, 0]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name('subtractTile'), 0x00, 0]),
    ...section(10, [1, ...sized([...locals, ...body])]),
  ]);
}

const sized = (bytes: readonly number[]) => [...unsigned(bytes.length), ...bytes];
const section = (id: number, bytes: readonly number[]) => [id, ...sized(bytes)];
const name = (text: string) => sized(Array.from(text, (letter) => letter.charCodeAt(0)));

/** LEB128 */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}
