import { type Comparison, tally, type TallyCriterion, type TallyInput, type TallySheet } from '#domain';

/** One line a sheet: entry, judge, then the scores of a, b …; "-" where there is none, "!3" a deduction. */
export function sheetsOf(drawing: string): TallySheet[] {
  return drawing
    .trim()
    .split('\n')
    .map((line) => {
      const [entry = '', judge = '', ...cells] = line.trim().split(/\s+/);
      const deduction = cells.find((cell) => cell.startsWith('!'))?.slice(1);
      const scores = cells
        .filter((cell) => !cell.startsWith('!'))
        .map((score, index) => ({ criterion: 'abcdef'.charAt(index), score }))
        .filter(({ score }) => score !== '-');
      return { entry, judge, scores, deduction };
    });
}

/** Criteria a, b … with these factors. */
export const criteriaOf = (...factors: string[]): TallyCriterion[] =>
  factors.map((factor, index) => ({ key: 'abcdef'.charAt(index), factor }));

/** "entry:rank:score", in the order of the result. */
export function placesOf(input: TallyInput): string {
  return tally(input)
    .entries.map(({ entry, rank, score }) => `${entry}:${rank ?? '-'}:${score ?? '-'}`)
    .join(' ');
}

/** "A B 2, B A": winner, loser and count (1). */
export const comparisonsOf = (drawing: string): Comparison[] =>
  drawing.split(',').map((comparison) => {
    const [winner = '', loser = '', count = '1'] = comparison.trim().split(/\s+/);
    return { winner, loser, count: Number(count) };
  });
