import { describe, expect, it } from '@jest/globals';
import { type AwardLineTextOptions, awardLineTexts } from './award-line-texts.js';
import type { AwardLine } from './award-lines.js';
import { englishOrdinal } from './english-ordinal.js';

const line: AwardLine = {
  after: 3,
  gap: 0.16,
  standardError: 0.21,
  probabilityReversed: 0.223,
  candidates: ['A', 'B', 'C', 'D', 'E'],
};
const clear: AwardLine = { ...line, gap: 1.2, probabilityReversed: 1e-8, candidates: ['A', 'B', 'C'] };

describe('the sentence at an award line', () => {
  it.each<[string, AwardLine, AwardLineTextOptions, string, string]>([
    [
      'within judge noise',
      line,
      {},
      '3rd and 4th differ by 0.16, within judge noise: the chance that the true order is the reverse is 22%. 5 entries could belong among the first 3.',
      '第 3 名与第 4 名相差 0.16 分，在评委打分的误差范围内：真实名次与此相反的概率为 22%。有 5 个项目可能属于前 3 名。',
    ],
    [
      'beyond judge noise',
      clear,
      { decimals: 1 },
      '3rd and 4th differ by 1.2, more than judge noise: the chance that the true order is the reverse is < 1%. No other entry could belong among the first 3.',
      '第 3 名与第 4 名相差 1.2 分，超出评委打分的误差范围：真实名次与此相反的概率为 < 1%。没有其他项目可能进入前 3 名。',
    ],
    [
      'in a tie',
      { ...line, after: 11, gap: 0, probabilityReversed: 0.5, candidates: Array<string>(12).fill('X') },
      {},
      '11th and 12th have the same score; the rules for ties decide which stands first. 12 entries could belong among the first 11.',
      '第 11 名与第 12 名得分相同，先后由并列规则决定。有 12 个项目可能属于前 11 名。',
    ],
    [
      'with a withheld error',
      { ...line, standardError: null, probabilityReversed: null, candidates: null },
      {},
      '3rd and 4th differ by 0.16; the error of this difference is not known, so nothing can be said of how sure the order is.',
      '第 3 名与第 4 名相差 0.16 分；评分表太少或统分方法不给出误差，无法判断差距是否可靠。',
    ],
    [
      'with nobody below',
      { ...line, gap: null, standardError: null, probabilityReversed: null },
      {},
      'No entry ranks below place 3.',
      '第 3 名之后没有参赛项目。',
    ],
  ])('%s', (_name, at, options, en, zh) => {
    expect(awardLineTexts(at, options)).toEqual({ zh, en });
  });

  it('draws the border of noise at the stated confidence', () => {
    const near = { ...line, gap: 0.38 };
    expect(awardLineTexts(near, { confidence: 0.95 }).en).toContain('within judge noise');
    expect(awardLineTexts(near, { confidence: 0.9 }).en).toContain('more than judge noise');
  });

  it('never shows a gap as 0 that is not', () => {
    expect(awardLineTexts({ ...line, gap: 0.0013 }).en).toContain('differ by 0.001,');
  });
});

describe('English ordinals', () => {
  it.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [4, '4th'],
    [11, '11th'],
    [12, '12th'],
    [13, '13th'],
    [21, '21st'],
    [102, '102nd'],
    [111, '111th'],
    [1763, '1763rd'],
  ])('%d is %s', (place, ordinal) => {
    expect(englishOrdinal(place)).toBe(ordinal);
  });
});
