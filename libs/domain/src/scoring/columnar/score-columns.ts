/** Decimals as whole numbers of one scale: a value is units / 10^places. */
export interface ScaledDecimals {
  /** Up to 2^53 − 1 in a typed array; big integers where one value is beyond. */
  readonly units: Int32Array | Float64Array | readonly bigint[];
  /** 0 to 40. */
  readonly places: number;
}

/**
 * A table of scores without an object for each: one position a score, in order of input. What a million scores take is
 * 12 to 16 bytes each.
 */
export interface ScoreColumns {
  /** In order of input, each once; those that no position names have no sheet. */
  readonly entries: readonly string[];
  readonly judges: readonly string[];
  readonly criteria: readonly string[];
  /** Index into `entries` of each score. */
  readonly entryOf: Int32Array;
  readonly judgeOf: Int32Array;
  /** Null where all scores are of one criterion. */
  readonly criterionOf: Int32Array | null;
  readonly scores: ScaledDecimals;
  /** Of the sheet to which a score belongs: on each of its scores or on some; −1 where none is given. Null: no column. */
  readonly deductions: ScaledDecimals | null;
}
