/** Σ weight · row of a table with eight columns, over terms from `from` to `to − 1`; written to `sums`. */
export function eightSums(
  { indices, weights }: { readonly indices: Int32Array; readonly weights: Float64Array },
  from: number,
  to: number,
  table: Float64Array,
  sums: Float64Array,
): void {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let s4 = 0;
  let s5 = 0;
  let s6 = 0;
  let s7 = 0;
  for (let term = from; term < to; term += 1) {
    const at = indices[term]! * 8;
    const weight = weights[term]!;
    s0 += weight * table[at]!;
    s1 += weight * table[at + 1]!;
    s2 += weight * table[at + 2]!;
    s3 += weight * table[at + 3]!;
    s4 += weight * table[at + 4]!;
    s5 += weight * table[at + 5]!;
    s6 += weight * table[at + 6]!;
    s7 += weight * table[at + 7]!;
  }
  sums[0] = s0;
  sums[1] = s1;
  sums[2] = s2;
  sums[3] = s3;
  sums[4] = s4;
  sums[5] = s5;
  sums[6] = s6;
  sums[7] = s7;
}
