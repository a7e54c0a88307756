import { describe, expect, it } from '@jest/globals';
import { recheck } from '#domain/score-file/recheck';
import { checkSheet, recognised } from './check-sheet.js';
import { recheckCsv } from './recheck-csv.js';
import { recheckRule, usualRule } from './rule-choice.js';
import { sampleSpreadsheet, type SampleTexts } from './sample-spreadsheet.js';

const texts: SampleTexts = {
  name: 'fictitious-sample.xlsx',
  sheet: 'Final',
  title: 'Final of a fictitious contest',
  headers: { number: 'Number', entry: 'Entry', score: 'Final score', rank: 'Rank' },
  entry: (number) => `Fictitious entry ${number}`,
  judge: (number) => `Judge ${number}`,
  recused: 'recused',
};

function checked() {
  const { file } = checkSheet(sampleSpreadsheet(texts).sheets[0]?.grid ?? [], recognised);
  if (file === null) throw new TypeError('the sample was refused');
  return { file, result: recheck(file, recheckRule(usualRule)) };
}

describe('the fictitious sample', () => {
  it('has one score and one rank that the usual rule does not give, and a recusal', () => {
    const { file, result } = checked();
    expect(file).toMatchObject({ headerRow: 2, layout: 'wide' });
    expect(result.entries.filter(({ scoreDiffers }) => scoreDiffers).map(({ row }) => row)).toEqual([6]);
    expect(result.entries.filter(({ rankDiffers }) => rankDiffers).map(({ row }) => row)).toEqual([11]);
    expect(file.entries.flatMap(({ scores }) => scores).filter((score) => score === null)).toHaveLength(1);
  });
});

describe('the CSV of a result', () => {
  it('says in words what the page says by marks', () => {
    const { file, result } = checked();
    const words = {
      row: 'Row',
      entry: 'Entry',
      dropped: 'Dropped',
      publishedScore: 'Published score',
      computedScore: 'Computed score',
      scoreCheck: 'Score check',
      publishedRank: 'Published rank',
      computedRank: 'Computed rank',
      rankCheck: 'Rank check',
      agrees: 'agrees',
      differs: 'differs',
    };
    const [header, ...rows] = recheckCsv(result.entries, file.judges, words);
    expect(header).toHaveLength(16);
    expect(rows).toHaveLength(12);
    const altered = rows[3] ?? [];
    expect(altered.slice(0, 2)).toEqual([6, 'Fictitious entry 4']);
    expect(altered.slice(9)).toEqual(['Judge 2 86; Judge 7 82', '84.4', '84.20', 'differs', '4', 4, 'agrees']);
  });
});
