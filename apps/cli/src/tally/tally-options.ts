/** What commander hands over: the words as they were typed. */
export interface TypedOptions {
  readonly entryColumn?: string;
  readonly judgeColumn?: string;
  readonly criterionColumn?: string;
  readonly scoreColumn?: string;
  readonly deductionColumn?: string;
  readonly winnerColumn?: string;
  readonly loserColumn?: string;
  readonly countColumn?: string;
  readonly layout: string;
  readonly sheet?: string;
  readonly method: string;
  readonly trim?: string;
  readonly trimBy?: string;
  readonly trimMinimum?: string;
  readonly trimFallback?: string;
  readonly weights?: string;
  readonly normaliseWeights?: boolean;
  readonly maxima?: string;
  readonly missing?: string;
  readonly effects?: string;
  readonly ddof?: string;
  readonly rescale?: boolean;
  readonly points?: string;
  readonly prior?: string;
  readonly round?: string;
  readonly ties: string;
  readonly lines?: string;
  readonly intervals?: boolean;
  readonly confidence?: string;
  readonly draws?: string;
  readonly seed?: string;
  readonly format?: string;
}

/** How an option is spelt on the command line. */
export function optionName(key: keyof TypedOptions): string {
  return `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
