import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultForm } from './default-form.js';
import type { FormDefinition, OwnField } from './form-definition.js';
import { keptAnswers, readableFields } from './form-visibility.js';
import { draftProblems, type EntryFill, entryProblems, formProgress } from './validate-answers.js';

const label = { zh: '字段', en: 'Field' };
const everyBlock = new Set(['classification', 'description', 'nominating-body', 'team', 'landing']);
const formOf = (...fields: OwnField[]): FormDefinition => ({
  sections: [...defaultForm.sections, { key: 'more', title: label, fields }],
});
const fillOf = (answers: Record<string, unknown>, given: Partial<EntryFill> = {}): EntryFill => ({
  ...{ core: { countryCode: 'CN', language: 'zh' }, files: {}, filledBlocks: everyBlock },
  ...given,
  answers,
});
const base = { key: 'a', label } as const;
const options = ['one', 'two', 'three'].map((value) => ({ value, label }));
const faultsOf = (field: OwnField, answer: unknown) =>
  entryProblems(formOf(field), fillOf({ a: answer })).map(({ path, code }) => `${path} ${code}`);

describe('the answer to a field', () => {
  it.each<[OwnField, unknown]>([
    [{ ...base, kind: 'short-text', maximumLength: 4 }, '𠮷𠮷𠮷𠮷'],
    [{ ...base, kind: 'short-text', maximumLength: 30, format: 'unified-social-credit-code' }, '91350100M000100Y43'],
    [{ ...base, kind: 'long-text', minimumLength: 2, maximumLength: 4 }, '两行'],
    [{ ...base, kind: 'number', decimals: 2, minimum: '0', maximum: '10' }, '9.99'],
    [
      { ...base, kind: 'money', currencies: ['CNY', 'EUR'] },
      { amount: '1200000.50', currency: 'EUR' },
    ],
    [{ ...base, kind: 'date', earliest: '2024-01-01' }, '2024-02-29'],
    [{ ...base, kind: 'choice', options }, 'two'],
    [{ ...base, kind: 'multi-choice', options, maximumCount: 2 }, ['three', 'one']],
    [{ ...base, kind: 'district', options, allowsUndecided: true, minimumCount: 2 }, ['undecided']],
    [{ ...base, kind: 'country' }, 'SG'],
    [{ ...base, kind: 'phone' }, '+8613812345678'],
    [{ ...base, kind: 'phone' }, '+62 (812) 3456-7890'],
    [{ ...base, kind: 'email' }, 'li.lei@example.org'],
    [{ ...base, kind: 'video-link', hosts: ['bilibili.com'] }, 'https://www.bilibili.com/video/BV1?p=2'],
    [
      { ...base, kind: 'table', maximumCount: 2, columns: [{ key: 'year', label, kind: 'number' }] },
      [{ year: '2024' }, {}],
    ],
    [
      { ...base, kind: 'person-list', parts: ['email'], requiredParts: ['email'], maximumCount: 2 },
      [{ name: '欧阳娜', email: 'o@example.org' }],
    ],
  ])('of %j is right as %j', (field, answer) => {
    expect(faultsOf(field, answer)).toEqual([]);
  });

  it.each<[OwnField, unknown, string[]]>([
    [{ ...base, kind: 'short-text', maximumLength: 4 }, '12345', ['formAnswers.a text-too-long']],
    [
      { ...base, kind: 'short-text', maximumLength: 30, format: 'unified-social-credit-code' },
      '91350100M000100Y44',
      ['formAnswers.a credit-code-invalid'],
    ],
    [{ ...base, kind: 'long-text', minimumLength: 2, maximumLength: 4 }, '一', ['formAnswers.a text-too-short']],
    [{ ...base, kind: 'number', decimals: 2 }, '９.5', ['formAnswers.a decimal-expected']],
    [{ ...base, kind: 'number', decimals: 2 }, '1e3', ['formAnswers.a decimal-expected']],
    [{ ...base, kind: 'number', decimals: 1 }, '0.25', ['formAnswers.a number-not-allowed']],
    [
      { ...base, kind: 'number', decimals: 1, minimum: '1', maximum: '2' },
      '2.1',
      ['formAnswers.a decimal-out-of-bounds'],
    ],
    [
      { ...base, kind: 'money', currencies: ['CNY'] },
      { amount: '-1', currency: 'CNY' },
      ['formAnswers.a.amount decimal-out-of-bounds'],
    ],
    [
      { ...base, kind: 'money', currencies: ['CNY'] },
      { amount: '1', currency: 'XXX' },
      ['formAnswers.a.currency value-not-allowed'],
    ],
    [{ ...base, kind: 'date' }, '2023-02-29', ['formAnswers.a date-invalid']],
    [{ ...base, kind: 'date', latest: '2024-01-01' }, '2024-01-02', ['formAnswers.a date-out-of-range']],
    [{ ...base, kind: 'choice', options }, 'four', ['formAnswers.a value-not-allowed']],
    [{ ...base, kind: 'multi-choice', options, maximumCount: 1 }, ['one', 'two'], ['formAnswers.a too-many-items']],
    [{ ...base, kind: 'multi-choice', options }, ['one', 'one'], ['formAnswers.a value-not-allowed']],
    [{ ...base, kind: 'multi-choice', options }, ['undecided'], ['formAnswers.a value-not-allowed']],
    [{ ...base, kind: 'district', options, minimumCount: 2 }, ['one'], ['formAnswers.a too-few-items']],
    [{ ...base, kind: 'phone' }, '13812345678', ['formAnswers.a phone-invalid']],
    [{ ...base, kind: 'email' }, 'a@b', ['formAnswers.a email-invalid']],
    [{ ...base, kind: 'video-link' }, 'http://example.org/v', ['formAnswers.a link-invalid']],
    [{ ...base, kind: 'video-link' }, 'javascript:alert(1)', ['formAnswers.a link-invalid']],
    [{ ...base, kind: 'video-link' }, 'https://user@example.org', ['formAnswers.a link-invalid']],
    [
      { ...base, kind: 'video-link', hosts: ['bilibili.com'] },
      'https://notbilibili.com/x',
      ['formAnswers.a link-host-not-allowed'],
    ],
    [
      { ...base, kind: 'table', maximumCount: 1, columns: [{ key: 'y', label, kind: 'date', isRequired: true }] },
      [{ y: '' }],
      ['formAnswers.a[0].y field-missing'],
    ],
    [
      { ...base, kind: 'person-list', parts: ['phone'], maximumCount: 5 },
      [{ name: ' ' }, { name: 'A', phone: '1' }],
      ['formAnswers.a[0].name field-missing', 'formAnswers.a[1].phone phone-invalid'],
    ],
  ])('of %j is wrong as %j', (field, answer, faults) => {
    expect(faultsOf(field, answer)).toEqual(faults);
  });

  it('never ends in an exception, whatever is sent', () => {
    const fields: OwnField[] = [
      { ...base, kind: 'money', currencies: ['CNY'] },
      { ...base, kind: 'table', maximumCount: 3, columns: [{ key: 'y', label, kind: 'number' }] },
      { ...base, kind: 'person-list', parts: ['email'], maximumCount: 3 },
      { ...base, kind: 'multi-choice', options },
      { ...base, kind: 'number', decimals: 2 },
    ];
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.jsonValue(), (field, answer) => {
        const answers = { a: answer };
        const isStorable = draftProblems(formOf(field), answers).length === 0;
        const problems = entryProblems(formOf(field), fillOf(answers));
        expect(isStorable || problems.length > 0).toBe(true);
      }),
    );
  });
});

describe('the fields of a form', () => {
  const foreign: OwnField = {
    ...{ kind: 'short-text', key: 'registration', label, maximumLength: 40, isRequired: true },
    visibleWhen: { field: 'countryCode', isNot: ['CN'] },
  };
  const site: OwnField = {
    ...{ kind: 'choice', key: 'site', label, options },
    visibleWhen: { field: 'registration', isNot: ['none'] },
  };
  const form = formOf(foreign, site);

  it('are asked only where their condition holds, and hidden answers are not kept', () => {
    const answers = { registration: 'HRB 1', site: 'one' };
    expect(keptAnswers(form, fillOf(answers))).toEqual({});
    expect(entryProblems(form, fillOf({}))).toEqual([]);
    const abroad = { core: { countryCode: 'DE' } };
    expect(keptAnswers(form, fillOf(answers, abroad))).toEqual(answers);
    expect(entryProblems(form, fillOf({}, abroad)).map(({ path }) => path)).toEqual(['formAnswers.registration']);
  });

  it('stay hidden while the answer that they depend on is open', () => {
    expect(entryProblems(form, fillOf({}, { core: {} }))).toEqual([]);
  });

  it('may become required by the answer to another', () => {
    const plan: OwnField = {
      ...{ kind: 'file', key: 'plan', label, types: ['pdf'], maximumBytes: 1000, maximumCount: 1 },
      requiredWhen: { field: 'site', is: ['two'] },
    };
    const whole = formOf({ ...site, visibleWhen: undefined }, plan);
    expect(entryProblems(whole, fillOf({ site: 'one' }))).toEqual([]);
    expect(entryProblems(whole, fillOf({ site: 'two' })).map(({ path, code }) => `${path} ${code}`)).toEqual([
      'files.plan field-missing',
    ]);
    expect(entryProblems(whole, fillOf({ site: 'two' }, { files: { plan: 1 } }))).toEqual([]);
    expect(entryProblems(whole, fillOf({ site: 'two' }, { files: { plan: 2 } })).map(({ code }) => code)).toEqual([
      'too-many-items',
    ]);
  });

  it('are refused where the form does not know them', () => {
    expect(draftProblems(form, { other: 'x', constructor: 'y' }).map(({ path, code }) => `${path} ${code}`)).toEqual([
      'formAnswers.other field-unknown',
      'formAnswers.constructor field-unknown',
    ]);
  });

  it('keep in a draft what is not right yet', () => {
    const short = formOf({ ...base, kind: 'short-text', maximumLength: 2 });
    expect(draftProblems(short, { a: 'far too long' })).toEqual([]);
    expect(entryProblems(short, fillOf({ a: 'far too long' }))).toHaveLength(1);
  });

  it('are counted section by section, with what is still open', () => {
    const progress = formProgress(form, fillOf({}, { core: { countryCode: 'DE' }, filledBlocks: new Set(['team']) }));
    expect(progress.at(-1)).toEqual({ key: 'more', required: 1, answered: 0, open: ['formAnswers.registration'] });
    expect(progress).toHaveLength(5);
  });

  it('leave a section open whose block lacks what no entry goes without, though the form requires nothing of it', () => {
    const progress = formProgress(form, fillOf({}, { missingFields: { description: ['title'] } }));
    expect(progress.flatMap(({ open }) => open)).toEqual(['title']);
  });

  it('count each field that a block lacks once, and the block itself only where none of them is it', () => {
    const lacking = (fields: string[]) =>
      formProgress(
        form,
        fillOf({}, { filledBlocks: new Set(['team']), missingFields: { classification: fields } }),
      ).flatMap(({ key, open }) => (key === 'classification' ? open : []));
    expect(lacking(['trackKey', 'fieldGroupKey', 'countryCode'])).toEqual(['trackKey', 'fieldGroupKey', 'countryCode']);
    expect(lacking([])).toEqual(['trackKey']);
  });

  it('are read by a judge where the form says so, and never where they tell the team in a blind stage', () => {
    const readers = [{ role: 'judge' as const, stages: ['final'] }];
    const open = formOf(
      { ...base, kind: 'short-text', maximumLength: 9, readers },
      { ...base, key: 'phone', kind: 'phone', readers: [{ role: 'judge' }] },
      { ...base, key: 'school', kind: 'short-text', maximumLength: 9, identifies: true, readers },
      { ...base, key: 'secret', kind: 'country' },
    );
    const keys = (stageKey: string, isBlind: boolean) =>
      readableFields(open, { role: 'judge', stageKey, isBlind }).map(({ key }) => key);
    expect(keys('final', false)).toEqual(['a', 'phone', 'school']);
    expect(keys('review', false)).toEqual(['phone']);
    expect(keys('final', true)).toEqual(['a']);
    expect(readableFields(open, { role: 'district-officer', stageKey: 'final', isBlind: false })).toEqual([]);
  });
});
