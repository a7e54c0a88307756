import { describe, expect, it } from '@jest/globals';
import { gramSimilarity, organisationGrams, organisationKey, organisationStem } from './organisation-name.js';

const stem = (name: string) => organisationStem(organisationKey(name));
const similarity = (left: string, right: string) => {
  const [a, b] = [organisationGrams(stem(left)), organisationGrams(stem(right))];
  return gramSimilarity(a.filter((gram) => b.includes(gram)).length, a.length, b.length);
};

describe('the key of an organisation’s name', () => {
  it.each([
    ['清华大学', ' 清 华　大学 '],
    ['清华大学', '清\u200b华大学\u202e'],
    ['Tsinghua University', 'ＴＳＩＮＧＨＵＡ　university'],
    ['Tsinghua University', 'Tsinghua-University.'],
    ["Xi'an Jiaotong University", 'Xi’an  Jiaotong University'],
    ['École Polytechnique', 'Ecole polytechnique'],
    ['Müller & Søn', 'Muller and Son'],
    ['Straße AG', 'STRASSE AG'],
    ['Acme Co., Ltd.', 'ACME CO LTD'],
    ['U.S. Steel', 'US Steel'],
    ['华为技术有限公司（深圳）', '华为技术有限公司(深圳)'],
    ['A/S Norden', 'a s norden'],
  ])('is one for %j and %j', (left, right) => {
    expect(organisationKey(left)).toBe(organisationKey(right));
  });

  it.each([
    ['Acme Ltd', 'Acme Inc'],
    ['重庆大学', '重庆大学附属医院'],
    ['东北大学', '东北大學'],
    ['がくいん', 'かくいん'],
    ['Lab 1', 'Lab 2'],
  ])('is another for %j and %j', (left, right) => {
    expect(organisationKey(left)).not.toBe(organisationKey(right));
  });

  it('is empty where nothing but signs was typed, and its own key otherwise', () => {
    expect(organisationKey(' —·… ')).toBe('');
    for (const name of ['Müller & Søn', '华为技术有限公司（深圳）', 'U.S. Steel', '𠮷野家', 'ﬁrm Å']) {
      expect(organisationKey(organisationKey(name))).toBe(organisationKey(name));
    }
  });
});

describe('the stem of an organisation’s name', () => {
  it.each([
    ['Acme Co., Ltd.', 'acme'],
    ['Acme Holdings Limited', 'acme'],
    ['The University of Tokyo', 'university of tokyo'],
    ['重庆长安汽车股份有限公司', '重庆长安汽车'],
    ['某某集团有限公司', '某某'],
    ['Company', 'company'],
    ['公司', '公司'],
    ['The', 'the'],
  ])('of %j is %j', (name, expected) => {
    expect(stem(name)).toBe(expected);
  });
});

describe('the similarity of two names', () => {
  it('is 1 for one stem, 0 for nothing shared, and the same from either side', () => {
    expect(similarity('Acme Ltd', 'ACME Inc')).toBe(1);
    expect(similarity('清华大学', 'Tsinghua University')).toBe(0);
    expect(similarity('Tsinghua Univercity', 'Tsinghua University')).toBe(
      similarity('Tsinghua University', 'Tsinghua Univercity'),
    );
    expect(gramSimilarity(0, 0, 0)).toBe(0);
  });

  it('tells a misspelling from another organisation, in both scripts', () => {
    expect(similarity('Tsinghua Univercity', 'Tsinghua University')).toBeGreaterThan(0.6);
    expect(similarity('清华大学', '清华大学深圳国际研究生院')).toBeGreaterThan(0.4);
    expect(similarity('清华大学', '北京大学')).toBeLessThan(0.4);
  });
});
