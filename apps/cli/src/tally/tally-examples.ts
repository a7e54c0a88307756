/** A call that --help shows, and the file on which it works. */
export interface TallyExample {
  readonly words: string;
  readonly says: string;
}

/** At least one for each method. */
export const tallyExamples: readonly TallyExample[] = [
  { says: 'mean of the judges, criteria weighted', words: 'scores.csv --weights "Idea=40,Market=60" --round total:2' },
  { says: 'median of the sheets', words: 'scores.csv --method median' },
  {
    says: 'without the highest and the lowest score, of a sheet with one column a judge',
    words: 'sheet.xlsx --layout wide --method trimmed-mean --trim 1 --round total:2 --format table',
  },
  { says: "each judge's scores brought to one scale", words: 'scores.csv --method standardised --rescale' },
  {
    says: 'severe and lenient judges made up for, with what is known of the ranks and of the line after place 1',
    words: 'scores.csv --method severity-adjusted --effects random --intervals --lines 1',
  },
  { says: "share of each judge's other entries that an entry beats", words: 'scores.csv --method borda --format csv' },
  { says: "points by place in each judge's list", words: 'scores.csv --method positional --points "12,10,8"' },
  { says: 'pairwise majorities of the judges, or of comparisons', words: 'pairs.csv --method copeland' },
  { says: 'abilities from comparisons', words: 'pairs.csv --method bradley-terry --prior 2 --intervals' },
];

/** The end of --help. */
export function examplesText(): string {
  const lines = tallyExamples.map(({ says, words }) => `  # ${says}\n  leitai tally ${words}`);
  return `
Files: CSV in UTF-8 or XLSX. A score is a plain decimal such as 87.50, with at most 12 digits after the point.
Comparisons have the columns winner, loser and, if a row stands for several, count (a tie: 0.5 each way).
The exit code is 0 when done, 1 when the file is refused, 2 when the command is called wrongly.

Examples:
${lines.join('\n')}
`;
}
