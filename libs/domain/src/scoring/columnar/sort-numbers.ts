/** Up to so many values an insertion sort is quicker than the call of a library's. */
const few = 100;

/** Sorts the first `count` values in place, smallest first. */
export function sortNumbers(values: Float64Array, count: number): void {
  if (count > few) {
    values.subarray(0, count).sort();
    return;
  }
  for (let at = 1; at < count; at += 1) {
    const value = values[at]!;
    let to = at;
    for (; to > 0 && values[to - 1]! > value; to -= 1) values[to] = values[to - 1]!;
    values[to] = value;
  }
}
