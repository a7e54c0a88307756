/** Up to so many values an insertion sort is quicker than the call of a library's. */
const few = 100;

/** Smaller shares of the values than this are found sooner than all are sorted. */
const endShare = 1 / 8;

/**
 * Puts the `ends` smallest of the first `count` values to their front, smallest first, and as many of the largest to
 * their end; what lies between is in any order.
 */
export function sortEnds(values: Float64Array, count: number, ends: number): void {
  if (ends > endShare * count) {
    sortNumbers(values, count);
    return;
  }
  for (let end = 0; end < ends; end += 1) {
    const last = count - 1 - end;
    let [lowest, highest] = [end, end];
    for (let at = end + 1; at <= last; at += 1) {
      if (values[at]! < values[lowest]!) lowest = at;
      if (values[at]! >= values[highest]!) highest = at;
    }
    const low = values[lowest]!;
    values[lowest] = values[end]!;
    values[end] = low;
    // The largest may just have been moved.
    if (highest === end) highest = lowest;
    const high = values[highest]!;
    values[highest] = values[last]!;
    values[last] = high;
  }
}

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
