import { describe, expect, it } from '@jest/globals';
import { identifyingTerms, termsWithin } from './identifying-terms.js';

const terms = identifyingTerms({
  people: ['王小明', 'Ann Lee', '李', 'Zhang Weihong'],
  organisations: ['清华大学', 'Tsinghua University', 'BYD', 'AI'],
});

describe('a name, employer or school of the team', () => {
  it.each([
    ['本项目由王小明团队研发', ['王小明']],
    ['王 小 明', ['王小明']],
    ['王\n小明', ['王小明']],
    ['Ann Lee invented it', ['Ann Lee']],
    ['LEE, ANN', ['Ann Lee']],
    ['ａｎｎ　ｌｅｅ', ['Ann Lee']],
    ['see github.com/zhangweihong/pump', ['Zhang Weihong']],
    ['Weihong ZHANG', ['Zhang Weihong']],
    ['清 华 大 学', ['清华大学']],
    ['TSINGHUA-UNIVERSITY', ['Tsinghua University']],
    ['Tsing hua Uni versity', ['Tsinghua University']],
    ['batteries of BYD.', ['BYD']],
  ])('is found in %j', (text, found) => {
    expect(termsWithin(text, terms)).toEqual(found);
  });

  it.each(['planning leeway', '李子', 'AI for all', 'by day', 'a quiet pump', '清华', ''])(
    'is not found in %j',
    (text) => {
      expect(termsWithin(text, terms)).toEqual([]);
    },
  );
});
