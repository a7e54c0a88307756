import { eightSums } from './eight-sums.js';

/** Sparse vectors: indices of vector v from `starts[v]` to `starts[v + 1] − 1`, ascending, each with its weight. */
export interface SparseVectors {
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly weights: Float64Array;
  /** A weight of the last index beside those of each vector; none where the indices say all. */
  readonly last?: Float64Array;
}

/** U of U Uᵀ: strictly above the diagonal of a row-major square, and its diagonal apart. */
interface UpperFactor {
  readonly values: Float64Array;
  readonly diagonal: Float64Array;
  readonly n: number;
}

/**
 * wᵀ U Uᵀ w = |Uᵀw|² of each vector. Eight columns of U at a time are copied to where all their rows lie together: what
 * each vector picks of them then stays in the cache, and its sums in registers.
 */
export function halfForms({ values, diagonal, n }: UpperFactor, vectors: SparseVectors): Float64Array {
  const { starts, indices, last } = vectors;
  const forms = new Float64Array(starts.length - 1);
  const columns = new Float64Array(n * 8);
  const sums = new Float64Array(8);
  /** Where each vector's terms that reach these columns end: further with each eight. */
  const ends = starts.slice(0, -1);
  for (let first = 0; first < n; first += 8) {
    const end = Math.min(first + 8, n);
    copyColumns({ values, diagonal, n }, first, end, columns);
    for (let vector = 0; vector < forms.length; vector += 1) {
      const from = starts[vector]!;
      let to = ends[vector]!;
      while (to < starts[vector + 1]! && indices[to]! < end) to += 1;
      ends[vector] = to;
      const hasLast = end === n && last !== undefined;
      if (from === to && !hasLast) continue;
      eightSums(vectors, from, to, columns, sums);
      if (hasLast) sums[n - 1 - first]! += last[vector]! * diagonal[n - 1]!;
      let square = 0;
      for (let at = 0; at < 8; at += 1) square += sums[at]! * sums[at]!;
      forms[vector]! += square;
    }
  }
  return forms;
}

function copyColumns({ values, diagonal, n }: UpperFactor, first: number, end: number, columns: Float64Array): void {
  columns.fill(0);
  for (let row = 0; row < end; row += 1) {
    for (let column = Math.max(first, row); column < end; column += 1) {
      columns[row * 8 + column - first] = column === row ? diagonal[row]! : values[row * n + column]!;
    }
  }
}
