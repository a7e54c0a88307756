import type { RecheckedEntry } from '#domain/score-file/recheck';
import type { Cell } from '../../ui/csv.js';

export interface CsvTexts {
  readonly row: string;
  readonly entry: string;
  readonly dropped: string;
  readonly publishedScore: string;
  readonly computedScore: string;
  readonly scoreCheck: string;
  readonly publishedRank: string;
  readonly computedRank: string;
  readonly rankCheck: string;
  readonly agrees: string;
  readonly differs: string;
}

/** The whole result, one entry a row: what the page and the paper show by marks stands in words. */
export function recheckCsv(
  entries: readonly RecheckedEntry[],
  judges: readonly string[],
  texts: CsvTexts,
): (readonly Cell[])[] {
  const verdict = (published: string | null, differs: boolean) =>
    published === null ? '' : differs ? texts.differs : texts.agrees;
  return [
    [
      texts.row,
      texts.entry,
      ...judges,
      texts.dropped,
      texts.publishedScore,
      texts.computedScore,
      texts.scoreCheck,
      texts.publishedRank,
      texts.computedRank,
      texts.rankCheck,
    ],
    ...entries.map((entry) => [
      entry.row,
      entry.entry,
      ...judges.map((_, index) => entry.scores[index] ?? null),
      judges.flatMap((judge, index) => (entry.dropped[index] ? [`${judge} ${entry.scores[index]}`] : [])).join('; '),
      entry.publishedScore,
      entry.computedScore,
      verdict(entry.publishedScore, entry.scoreDiffers),
      entry.publishedRank,
      entry.computedRank,
      verdict(entry.publishedRank, entry.rankDiffers),
    ]),
  ];
}
