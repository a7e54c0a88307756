/** Length of the runs that are sorted by insertion before they are merged. */
const runLength = 8;

/**
 * Sorts many arrays of one size without allocating: a merge sort of the values together with their positions, quick
 * where values are nearly in order already.
 *
 * @param size length of the values, from 0
 * @returns a function from values (none NaN; left as they are) to their positions, highest value first, equal ones in
 *   order of position. The result is overwritten by the next call.
 * @example descendingSorter(3)(Float64Array.of(2, 9, 5)) // [1, 2, 0]
 */
export function descendingSorter(size: number): (values: Float64Array) => Int32Array {
  let sorted: Sorted = { keys: new Float64Array(size), places: new Int32Array(size) };
  let spare: Sorted = { keys: new Float64Array(size), places: new Int32Array(size) };
  return (values) => {
    sorted.keys.set(values);
    for (let place = 0; place < size; place += 1) sorted.places[place] = place;
    for (let start = 0; start < size; start += runLength) sortRun(sorted, start, Math.min(start + runLength, size));
    for (let width = runLength; width < size; width *= 2) {
      mergePass(sorted, spare, width);
      [sorted, spare] = [spare, sorted];
    }
    return sorted.places;
  };
}

interface Sorted {
  readonly keys: Float64Array;
  readonly places: Int32Array;
}

function sortRun({ keys, places }: Sorted, start: number, end: number): void {
  for (let next = start + 1; next < end; next += 1) {
    const key = keys[next] as number;
    const place = places[next] as number;
    let hole = next;
    for (; hole > start && (keys[hole - 1] as number) < key; hole -= 1) {
      keys[hole] = keys[hole - 1] as number;
      places[hole] = places[hole - 1] as number;
    }
    keys[hole] = key;
    places[hole] = place;
  }
}

/** Merges neighbouring runs of a width into runs of twice the width. */
function mergePass(from: Sorted, to: Sorted, width: number): void {
  const size = from.keys.length;
  for (let start = 0; start < size; start += 2 * width) {
    const middle = Math.min(start + width, size);
    const end = Math.min(start + 2 * width, size);
    let left = start;
    let right = middle;
    for (let target = start; target < end; target += 1) {
      const isLeft = right >= end || (left < middle && (from.keys[left] as number) >= (from.keys[right] as number));
      const source = isLeft ? left++ : right++;
      to.keys[target] = from.keys[source] as number;
      to.places[target] = from.places[source] as number;
    }
  }
}
