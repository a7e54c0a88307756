import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { escapeFormula, withoutEscape } from '../export/formula-escape.js';
import type { FormAnswer } from '../form/form-definition.js';
import { readBoolean, readDay, readDecimal, readPhone } from './cell-values.js';
import { coreEntryTargets } from './entry-targets.js';
import { type CellField, readFormCell, writeFormCell } from './form-cell.js';
import { readLines, writeLines } from './lines-cell.js';
import { nameTable } from './name-table.js';
import { headerKey, suggestColumns } from './suggest-columns.js';

const text = fc.string({ unit: fc.constantFrom(..."=+-@＝|｜\\n\n、；,，（清）( a'\t王𠮷1") });

describe('several things in one cell', () => {
  it('are read as they were written, whatever stands in them', () => {
    const part = text.map((given) => given.trim().replace(/\s+/g, ' '));
    const row = fc.tuple(
      part.filter((name) => name !== ''),
      part,
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
        const read = readLines(writeLines(rows)).map(([name = '', organisation = '']) => [name, organisation]);
        expect(read).toEqual(rows);
      }),
    );
  });

  it.each([
    ['王明（清华大学）、李娜', [['王明', '清华大学'], ['李娜']]],
    ['Smith, John; Doe, Jane (MIT)', [['Smith, John'], ['Doe, Jane', 'MIT']]],
    ['张三，李四', [['张三'], ['李四']]],
    ['王明 | 清华大学\n李娜', [['王明', '清华大学'], ['李娜']]],
    ['  ', []],
  ])('are read as people write them: %s', (cell, people) => {
    expect(readLines(cell)).toEqual(people);
  });
});

describe('a text that a spreadsheet could run', () => {
  it('comes back as it was, and none begins like a formula', () => {
    fc.assert(
      fc.property(text, (given) => {
        const written = escapeFormula(given);
        expect(withoutEscape(written)).toBe(given);
        expect(/^[=+@＝]/u.test(written)).toBe(false);
      }),
    );
  });

  it.each(['=HYPERLINK("http://x")', '+1', '-x', '@SUM(1)', '\t=1', '\r=1', '＝1+1', ' =1', '\u200B=1'])(
    'is quoted: %j',
    (given) => {
      expect(escapeFormula(given)).toBe(`'${given}`);
    },
  );

  it('is left alone where it is a number or a plain text', () => {
    expect(['-5', '12.5', 'a=b', "'tis"].map(escapeFormula)).toEqual(['-5', '12.5', 'a=b', "'tis"]);
  });
});

describe('values of cells', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026年1月3日', '2026-01-03'],
    ['2026/1/3', '2026-01-03'],
    ['20260103', '2026-01-03'],
    ['3 January 2026', '2026-01-03'],
    ['Jan. 3, 2026', '2026-01-03'],
    ['5/7/2026', null],
    ['2026-02-30', null],
  ])('reads the day %s', (cell, day) => {
    expect(readDay(cell)).toBe(day);
  });

  it('reads phones, numbers and truth values of both languages', () => {
    const phones = ['138 0000 1111', '+65-6123 4567', '0065 6123 4567', '8613800001111', '023-1'];
    expect(phones.map(readPhone)).toEqual(['+8613800001111', '+6561234567', '+6561234567', '+8613800001111', '023-1']);
    expect(['1,234,567.5', '１２', '1,2'].map(readDecimal)).toEqual(['1234567.5', '12', '1,2']);
    expect(['是', 'No', 'TRUE', '也许'].map(readBoolean)).toEqual([true, false, true, null]);
  });
});

describe('columns', () => {
  it('are found below titles, in the sheet that names most, by names in either language', () => {
    const sheets = [[['说明']], [['汇总表'], ['项目编号', ' 项目名称（必填）* ', 'COUNTRY', '备注', '团队 成员']]];
    expect(suggestColumns(sheets, coreEntryTargets)).toEqual({
      ...{ sheet: 1, headerRow: 2, targets: ['external-key', 'title', 'country', null, 'members'] },
    });
  });

  it('are what they were the last time, also where that was nothing', () => {
    const saved = { [headerKey('备注')]: 'summary', [headerKey('项目名称')]: null };
    expect(suggestColumns([[['项目名称', '备注', '编号']]], coreEntryTargets, saved).targets).toEqual([
      null,
      'summary',
      'external-key',
    ]);
  });
});

describe('answers to a form’s fields', () => {
  const both = (zh: string, en: string) => ({ zh, en });
  const countries = [{ key: 'SG', name: both('新加坡', 'Singapore') }];
  const names = { countries, countryTable: nameTable(countries) };
  const options = [
    { value: 'yes', label: both('需要', 'Yes, please') },
    { value: 'no', label: both('不需要', 'No') },
  ];
  const base = { key: 'x', label: both('问', 'Q') };
  const cases: [CellField, string, FormAnswer][] = [
    [{ ...base, kind: 'choice', options }, '是', 'yes'],
    [{ ...base, kind: 'choice', options }, 'yes, please', 'yes'],
    [{ ...base, kind: 'multi-choice', options }, '需要、No', ['yes', 'no']],
    [{ ...base, kind: 'district', options, allowsUndecided: true }, '待定，请给出建议', ['undecided']],
    [{ ...base, kind: 'money', currencies: ['CNY', 'USD'] }, '1,200.50 元', { amount: '1200.50', currency: 'CNY' }],
    [{ ...base, kind: 'number', decimals: 1 }, '1,234.5', '1234.5'],
    [{ ...base, kind: 'date' }, '2026年3月1日', '2026-03-01'],
    [{ ...base, kind: 'country' }, 'singapore', 'SG'],
    [{ ...base, kind: 'phone' }, '13800001111', '+8613800001111'],
    [
      { ...base, kind: 'person-list', parts: ['organisation', 'phone'], maximumCount: 3 },
      'Ann | NUS | +65 6123 4567\nBen',
      [{ name: 'Ann', organisation: 'NUS', phone: '+6561234567' }, { name: 'Ben' }],
    ],
  ];

  it.each(cases)('of %j: “%s”, and written again they are the same', (field, cell, answer) => {
    expect(readFormCell(field, cell, names)).toEqual({ answer });
    for (const locale of ['zh', 'en'] as const) {
      expect(readFormCell(field, writeFormCell(field, answer, names, locale), names)).toEqual({ answer });
    }
  });

  it('are refused with what could stand there', () => {
    expect(readFormCell({ ...base, kind: 'choice', options }, '或许', names)).toMatchObject({
      problem: { path: 'formAnswers.x', code: 'name-unknown', details: { value: '或许', choicesZh: '需要 / 不需要' } },
    });
    expect(readFormCell({ ...base, kind: 'email' }, 'nobody', names)).toMatchObject({
      problem: { code: 'email-invalid' },
    });
  });
});
