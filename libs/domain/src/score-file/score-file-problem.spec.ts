import { describe, expect, it } from '@jest/globals';
import { readScoreFile } from './read-score-file.js';
import { type ScoreFileProblemCode, scoreFileProblemCodes, scoreFileProblemTexts } from './score-file-problem.js';

const wide = ['项目', '评委1', '评委2', '得分', '名次'];
const long = ['项目', '评委', '分数'];

/** A sheet with each problem; how many rows are too many is decided, and tested, where the sheet is read. */
const sheets: Readonly<Record<Exclude<ScoreFileProblemCode, 'too-many-rows'>, string[][]>> = {
  'file-empty': [['', ' ']],
  'header-not-found': [['甲', '9']],
  'entry-column-missing': [
    ['评委1', '评委2'],
    ['9', '8'],
  ],
  'judge-columns-missing': [
    ['项目', '得分'],
    ['甲', '8'],
  ],
  'score-column-missing': [
    ['项目', '评委', '指标'],
    ['甲', '张', '创新'],
  ],
  'judge-duplicated': [
    ['项目', '评委1', '评委 1'],
    ['甲', '8', '9'],
  ],
  'entry-missing': [wide, ['', '8', '9', '', '']],
  'entry-duplicated': [wide, ['甲', '8', '', '', ''], ['甲', '9', '', '', '']],
  'judge-missing': [long, ['甲', '', '8']],
  'score-not-a-decimal': [wide, ['甲', '八', '', '', '']],
  'score-duplicated': [long, ['甲', '张', '8'], ['甲', '张', '9']],
  'published-score-not-a-decimal': [wide, ['甲', '8', '9', '八点五', '1']],
  'published-rank-not-a-decimal': [wide, ['甲', '8', '9', '8.5', '一']],
};

describe.each(Object.keys(sheets) as (keyof typeof sheets)[])('the problem %s', (code) => {
  it('is found in a sheet that has it', () => {
    const layout = sheets[code][0]?.includes('评委') ? ('long' as const) : undefined;
    const { problems } = readScoreFile(sheets[code], layout && { layout });
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });
});

describe('the sentence of a problem', () => {
  it.each(scoreFileProblemCodes)('%s says in both languages what is wrong and what to do', (code) => {
    const { zh, en } = scoreFileProblemTexts[code];
    expect(zh).toMatch(/^.*[\u4e00-\u9fa5].*[；：].+。$/);
    expect(en).toMatch(/^[A-Z“].*[;:] .+\.$/);
    expect(zh.includes('{text}')).toBe(en.includes('{text}'));
  });
});
