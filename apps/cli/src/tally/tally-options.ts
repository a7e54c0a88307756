/** What commander hands over: the words as they were typed. */
export interface TypedOptions {
  readonly entryColumn?: string;
  readonly judgeColumn?: string;
  readonly criterionColumn?: string;
  readonly scoreColumn?: string;
  readonly deductionColumn?: string;
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
  readonly round?: string;
  readonly ties: string;
  readonly layout: string;
  readonly sheet?: string;
  readonly format?: string;
}

/** Options of methods and layouts that are not there, and where they belong. */
export const laterOptions: readonly (readonly [flags: string, belongsTo: string])[] = [
  ['--prior <sd>', 'bradley-terry'],
  ['--winner-column <name>', 'bradley-terry and copeland'],
  ['--loser-column <name>', 'bradley-terry and copeland'],
  ['--count-column <name>', 'bradley-terry and copeland'],
  ['--lines <places>', 'award lines'],
  ['--intervals', 'rank uncertainty'],
  ['--confidence <level>', 'rank uncertainty'],
  ['--draws <n>', 'rank uncertainty'],
  ['--seed <n>', 'rank uncertainty'],
];
