import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type JudgeFacts,
  judgeFactProblems,
  judgeKinds,
  judgeLanguages,
  tidyJudgeFacts,
  unknownJudge,
} from '../roster/judge-facts.js';
import { readEmployers } from '../roster/judge-lists.js';
import { judgeCells } from './imported-judge.js';
import { readJudgeFacts } from './judge-cells.js';
import { RowCells } from './row-cells.js';

const groups = [
  { key: 'materials', name: { zh: '先进材料', en: 'Advanced materials' } },
  { key: 'general', name: { zh: '综合领域', en: 'General' } },
  { key: 'other', name: { zh: '综合领域', en: 'Others; all of them' } },
];
const keys = new Set(groups.map(({ key }) => key));
const text = fc.string({ unit: fc.constantFrom(...'王大学Ab 2019-至（）();；、(–'), minLength: 1, maxLength: 12 });
const year = fc.option(fc.integer({ min: 1890, max: 2210 }));
const facts: fc.Arbitrary<JudgeFacts> = fc.record({
  externalKey: fc.option(text),
  employer: fc.option(text),
  kind: fc.constantFrom(null, ...judgeKinds),
  fieldGroups: fc.subarray(['materials', 'general']),
  keywords: fc.array(text, { maxLength: 4 }),
  languages: fc.subarray([...judgeLanguages]),
  leastEntries: fc.integer({ min: 0, max: 40 }),
  mostEntries: fc.option(fc.integer({ min: 1, max: 40 })),
  isSubstitute: fc.boolean(),
  availableFrom: fc.constantFrom(null, '2026-11-23', '2026-02-30'),
  availableUntil: fc.constantFrom(null, '2026-11-22', '2026-12-31'),
  earlierEmployers: fc.array(fc.record({ name: text, fromYear: year, untilYear: year }), { maxLength: 3 }),
});
const read = (cells: ReadonlyMap<string, string>, before = unknownJudge) => {
  const reader = new RowCells(cells);
  return { facts: readJudgeFacts(reader, before, groups), problems: reader.problems };
};

describe('what is known of a judge', () => {
  it('comes back from its cells in either language as it was, unless something is wrong with it', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom('zh' as const, 'en' as const), (given, locale) => {
        const tidy = tidyJudgeFacts(given);
        fc.pre(judgeFactProblems(tidy, keys).length === 0);
        const cells = judgeCells({ ...tidy, email: 'a@example.test', name: 'A' }, groups)[locale];
        // An empty cell leaves the kind and the key as they were.
        expect(read(cells)).toEqual({ facts: tidy, problems: [] });
        expect(tidyJudgeFacts(tidy)).toEqual(tidy);
      }),
    );
  });

  it('is left alone by a file without these columns', () => {
    const before: JudgeFacts = {
      ...{ externalKey: 'J-1', employer: '某大学', kind: 'technology', fieldGroups: ['general'], keywords: ['泵'] },
      ...{ languages: ['en'], leastEntries: 2, mostEntries: 9, isSubstitute: true, availableFrom: '2026-01-01' },
      ...{ availableUntil: null, earlierEmployers: [{ name: 'MIT', fromYear: 2001, untilYear: null }] },
    };
    expect(read(new Map([['email', 'a@example.test']]), before)).toEqual({ facts: before, problems: [] });
    const emptied = read(new Map(['keywords', 'most-entries', 'substitute'].map((target) => [target, ''])), before);
    expect(emptied.facts).toEqual({ ...before, keywords: [], mostEntries: null, isSubstitute: false });
  });

  it('is read as offices write it', () => {
    const cells = new Map([
      ['field-groups', 'general；先进材料'],
      ['keywords', '泵、阀门；Pumps; pumps'],
      ['languages', '英语、中文'],
      ['least-entries', '５'],
      ['substitute', '是'],
      ['available-from', '2026年11月3日'],
      ['earlier-employers', '清华大学 2019-2023；MIT (2015–)\n某公司（2018）; 某局 至2010'],
    ]);
    expect(read(cells)).toMatchObject({
      problems: [],
      facts: {
        ...{ fieldGroups: ['general', 'materials'], keywords: ['泵', '阀门', 'Pumps'], languages: ['zh', 'en'] },
        ...{ leastEntries: 5, mostEntries: null, isSubstitute: true, availableFrom: '2026-11-03' },
        earlierEmployers: [
          { name: 'MIT', fromYear: 2015, untilYear: null },
          { name: '清华大学', fromYear: 2019, untilYear: 2023 },
          { name: '某公司', fromYear: 2018, untilYear: 2018 },
          { name: '某局', fromYear: null, untilYear: 2010 },
        ],
      },
    });
  });

  it.each([
    ['field-groups', '占星', 'name-unknown'],
    ['field-groups', '综合领域', 'name-unknown'],
    ['languages', '法文', 'name-unknown'],
    ['kind', '占星', 'name-unknown'],
    ['least-entries', '两', 'count-expected'],
    ['least-entries', '10001', 'decimal-out-of-bounds'],
    ['most-entries', '0', 'decimal-out-of-bounds'],
    ['substitute', '也许', 'value-not-allowed'],
    ['available-until', '5/7/2026', 'date-invalid'],
    ['earlier-employers', '某大学（2019.3-2023.6）', 'years-invalid'],
    ['earlier-employers', '某大学 2023-2019', 'decimal-out-of-bounds'],
    ['earlier-employers', '某大学；某大学 2019-2023', 'employer-duplicated'],
    ['keywords', Array.from({ length: 21 }, (_, index) => `k${index}`).join('；'), 'too-many-items'],
    ['keywords', 'k'.repeat(61), 'text-too-long'],
  ])('is refused in the cell of %s: %s', (target, cell, code) => {
    expect(read(new Map([[target, cell]])).problems).toMatchObject([{ target, problem: { code } }]);
  });

  it('is available until a day that is not before the first', () => {
    const cells = new Map([
      ['available-from', '2026-11-23'],
      ['available-until', '2026-11-22'],
    ]);
    expect(read(cells).problems).toMatchObject([{ target: 'available-until', problem: { code: 'date-out-of-range' } }]);
  });
});

describe('years behind an employer', () => {
  it.each(['第4研究所', 'Studio 54', '某公司（二期）', '某中心（2期）', 'ISO 9001'])('are none in %s', (name) => {
    expect(readEmployers(name)).toEqual({ employers: [{ name, fromYear: null, untilYear: null }], wrong: [] });
  });
});
