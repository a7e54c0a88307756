/** How often one entry was preferred to another, as sparse triples over `entries`. */
export interface PairwiseTable {
  /** In code point order. */
  readonly entries: readonly string[];
  /** Index of the winner of each row; (winner, loser) pairs are unique and in order. */
  readonly winnerOf: Int32Array;
  readonly loserOf: Int32Array;
  /** Above 0; a tie is half a win each way. */
  readonly counts: Float64Array;
}
