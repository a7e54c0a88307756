import { describe, expect, it } from '@jest/globals';
import { compareEntries, type ComparedPerson, evidenceRanks } from './compare-entries.js';
import { nameReading } from './name-reading.js';
import {
  comparedTitle,
  leastTitleSimilarity,
  sufficientGrams,
  titleSimilarity,
  titleStrength,
} from './title-similarity.js';

const strength = (left: string, right: string) => titleStrength(comparedTitle(left), comparedTitle(right));
const person = (name: string, changes: Partial<ComparedPerson> = {}): ComparedPerson => ({
  ...{ name, readings: [nameReading(name)], organisation: null, emails: [], phone: null, account: null },
  ...changes,
});
const evidence = (own: ComparedPerson, other: ComparedPerson, isTelling?: (reading: string) => boolean) =>
  compareEntries(
    { titles: [], files: [], people: [own] },
    { titles: [], files: [], people: [other] },
    isTelling,
  ).people.map(({ by, strength: strengthOf }) => ({ by, strength: strengthOf }));

describe('titles', () => {
  it('are the same whatever their case, width, signs and spaces', () => {
    expect(strength('面向智能网联汽车的“车路云”一体化平台', '面向智能网联汽车的 车路云 一体化平台')).toBe('strong');
    expect(strength('A Quiet Pump — for Hospitals', 'a quiet pump for hospitals')).toBe('strong');
    expect(strength('ＡＩ 质检系统', 'AI质检系统')).toBe('strong');
  });

  it('are similar where a word was changed, in Chinese and in English, and not where they share a fashion', () => {
    expect(strength('面向山地果园的智能采摘机器人系统', '面向山地果园的智能采摘机器人平台')).toBe('likely');
    expect(strength('Solid-state battery for mountain buses', 'Solid state batteries for mountain buses')).toBe(
      'likely',
    );
    expect(strength('基于深度学习的桥梁裂缝检测系统', '基于深度学习的肺结节识别系统')).toBeNull();
    expect(strength('Smart factory platform', 'Smart farming robots')).toBeNull();
    expect(strength('——', '！！')).toBeNull();
  });

  it('that are alike share one of few enough grams, whichever are looked up', () => {
    const titles = ['面向山地果园的智能采摘机器人系统', '面向山地果园的采摘机器人', '山地果园智能采摘机器人系统'];
    const [own, ...others] = titles.map(comparedTitle) as [ReturnType<typeof comparedTitle>];
    const grams = [...own.grams];
    const [first, last] = [0, grams.length - sufficientGrams(grams.length)];
    for (const other of others as (typeof own)[]) {
      expect(titleSimilarity(own, other)).toBeGreaterThanOrEqual(leastTitleSimilarity);
      for (const from of [first, last]) {
        const chosen = grams.slice(from, from + sufficientGrams(grams.length));
        expect(chosen.some((gram) => other.grams.has(gram))).toBe(true);
      }
    }
  });
});

describe('people', () => {
  it('have one reading, surname first or last, by pinyin or in Latin letters', () => {
    const readings = ['wang2 xiao3 ming2', 'Xiaoming Wang', 'WANG, Xiao-Ming', 'Wáng Xiǎomíng'].map(nameReading);
    expect(new Set(readings).size).toBe(1);
    expect(nameReading('ou1 yang2 na4 na4')).toBe(nameReading('Nana Ouyang'));
    expect(nameReading('Li Wang')).not.toBe(nameReading('Wang Lin'));
    expect(nameReading('X')).toBe('');
  });

  it('are strong evidence by account, address or telephone, likely by name at one organisation, weak by a name', () => {
    const [wang, latin] = [person('王伟', { readings: [nameReading('wang wei')] }), person('Wei Wang')];
    const address = { emails: ['a@example.org'] };
    expect(evidence(person('甲', address), person('乙', address))).toEqual([{ by: ['email'], strength: 'strong' }]);
    expect(evidence({ ...wang, phone: '+8613800000000' }, { ...wang, phone: '+8613800000000' })).toEqual([
      { by: ['phone', 'name'], strength: 'strong' },
    ]);
    expect(evidence({ ...wang, organisation: 'thu' }, { ...latin, organisation: 'thu' })).toEqual([
      { by: ['reading', 'organisation'], strength: 'likely' },
    ]);
    expect(evidence(wang, wang)).toEqual([{ by: ['name'], strength: 'weak' }]);
    expect(evidence(wang, wang, () => false)).toEqual([]);
  });

  it('are two where the characters differ, however alike they are read', () => {
    const readings = [nameReading('wang wei')];
    const thu = { readings, organisation: 'thu' };
    expect(evidence(person('王伟', thu), person('王薇', thu))).toEqual([]);
  });
});

describe('two entries', () => {
  it('are told by the strongest of each kind', () => {
    const file = { sha256: 'ab'.repeat(32) };
    const entry = { titles: [comparedTitle('A quiet pump')], files: [file, file], people: [person('Ann Example')] };
    const found = compareEntries(entry, { ...entry, titles: [comparedTitle('Something else')] });
    expect(found.files).toHaveLength(1);
    expect(evidenceRanks(found)).toEqual({ title: 0, file: 3, person: 1 });
    expect(evidenceRanks(compareEntries(entry, { titles: [], files: [], people: [] }))).toEqual({
      ...{ title: 0, file: 0, person: 0 },
    });
  });
});
