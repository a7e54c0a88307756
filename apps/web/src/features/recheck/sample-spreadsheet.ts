import { readScoreFile } from '#domain/score-file/read-score-file';
import { recheck } from '#domain/score-file/recheck';
import { recheckRule, usualRule } from './rule-choice.js';
import type { Spreadsheet } from './spreadsheet.js';

/** The sample's words in the reader's language. */
export interface SampleTexts {
  readonly name: string;
  readonly sheet: string;
  readonly title: string;
  readonly headers: { readonly number: string; readonly entry: string; readonly score: string; readonly rank: string };
  readonly entry: (number: number) => string;
  readonly judge: (number: number) => string;
  readonly recused: string;
}

const entryCount = 12;
const judgeCount = 7;

/** Half points around a level of each entry, from no generator but remainders: everybody sees the same sample. */
function score(entry: number, judge: number): string {
  const level = 176 - 3 * entry + ((entry * 7) % 5);
  return String((level + ((entry * 5 + judge * 11) % 9) - 4) / 2);
}

/** A fictitious list computed by the usual rule, in which one score and one rank are wrong. */
export function sampleSpreadsheet(texts: SampleTexts): Spreadsheet {
  const { headers } = texts;
  const header = [
    headers.number,
    headers.entry,
    ...Array.from({ length: judgeCount }, (_, index) => texts.judge(index + 1)),
    headers.score,
    headers.rank,
  ];
  const rows = Array.from({ length: entryCount }, (_, index) => [
    `X${String(index + 1).padStart(2, '0')}`,
    texts.entry(index + 1),
    ...Array.from({ length: judgeCount }, (_, judge) =>
      index === 4 && judge === 2 ? texts.recused : score(index, judge),
    ),
  ]);
  const { file } = readScoreFile([header, ...rows.map((row) => [...row, '', ''])]);
  const computed = file === null ? [] : recheck(file, recheckRule(usualRule)).entries;
  const published = computed.map(({ computedScore, computedRank }) => [
    computedScore ?? '',
    String(computedRank ?? ''),
  ]);
  const [wrongScore, wrongRank] = [published[3], published[8]];
  if (wrongScore) wrongScore[0] = String(Number(wrongScore[0]) + 0.2);
  if (wrongRank) wrongRank[1] = String(Number(wrongRank[1]) - 1);
  const grid = [[texts.title], header, ...rows.map((row, index) => [...row, ...(published[index] ?? [])])];
  return { name: texts.name, encoding: null, sheets: [{ name: texts.sheet, grid }] };
}
