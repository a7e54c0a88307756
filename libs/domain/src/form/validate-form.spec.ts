import { describe, expect, it } from '@jest/globals';
import { defaultForm } from './default-form.js';
import type { FormDefinition, FormField } from './form-definition.js';
import { validateForm } from './validate-form.js';

const label = { zh: '字段', en: 'Field' };
const withFields = (...fields: unknown[]): unknown => ({
  sections: [...defaultForm.sections, { key: 'more', title: label, fields }],
});
const problemsOf = (...fields: unknown[]) =>
  validateForm(withFields(...fields)).map(({ path, code }) => `${path.replace('sections[4].', '')} ${code}`);

describe('validateForm', () => {
  it('finds nothing wrong with the form of an edition that has none of its own', () => {
    expect(validateForm(defaultForm)).toEqual([]);
  });

  it.each<[string, unknown, string[]]>([
    ['no object', 'text', ['fields[0] field-invalid']],
    ['a kind that is none', { kind: 'essay', key: 'a', label }, ['fields[0].kind value-not-allowed']],
    [
      'an attribute of another kind',
      { kind: 'date', key: 'a', label, decimals: 2 },
      ['fields[0].decimals field-unknown'],
    ],
    ['no label', { kind: 'country', key: 'a' }, ['fields[0].label field-missing']],
    [
      'a label in one language',
      { kind: 'country', key: 'a', label: { zh: '国' } },
      ['fields[0].label.en field-missing'],
    ],
    ['a key with a blank', { kind: 'country', key: 'a b', label }, ['fields[0].key key-invalid']],
    ['the key of a core answer', { kind: 'country', key: 'language', label }, ['fields[0].key key-duplicated']],
    [
      'a length of nothing',
      { kind: 'short-text', key: 'a', label, maximumLength: 0 },
      ['fields[0].maximumLength decimal-out-of-bounds'],
    ],
    [
      'a minimum above the maximum',
      { kind: 'number', key: 'a', label, decimals: 0, minimum: '5', maximum: '4.5' },
      ['fields[0].minimum limits-crossed'],
    ],
    [
      'dates that cross',
      { kind: 'date', key: 'a', label, earliest: '2026-02-02', latest: '2026-02-01' },
      ['fields[0].earliest limits-crossed'],
    ],
    [
      'a day that no calendar has',
      { kind: 'date', key: 'a', label, earliest: '2026-02-30' },
      ['fields[0].earliest date-invalid'],
    ],
    ['no options', { kind: 'choice', key: 'a', label, options: [] }, ['fields[0].options too-few-items']],
    [
      'an option twice',
      {
        kind: 'choice',
        key: 'a',
        label,
        options: [
          { value: 'x', label },
          { value: 'x', label },
        ],
      },
      ['fields[0].options[1].value key-duplicated'],
    ],
    [
      'an option called undecided',
      { kind: 'district', key: 'a', label, options: [{ value: 'undecided', label }] },
      ['fields[0].options[0].value value-not-allowed'],
    ],
    [
      'a condition on what is asked later',
      { kind: 'country', key: 'a', label, visibleWhen: { field: 'b', is: ['x'] } },
      ['fields[0].visibleWhen.field condition-field-unknown'],
    ],
    [
      'a required part that is not asked',
      { kind: 'person-list', key: 'a', label, parts: ['email'], requiredParts: ['phone'], maximumCount: 3 },
      ['fields[0].requiredParts value-not-allowed'],
    ],
    [
      'a currency in lower case',
      { kind: 'money', key: 'a', label, currencies: ['cny'] },
      ['fields[0].currencies[0] value-not-allowed'],
    ],
    [
      'a host with a path',
      { kind: 'video-link', key: 'a', label, hosts: ['v.qq.com/x'] },
      ['fields[0].hosts[0] value-not-allowed'],
    ],
  ])('refuses %s', (_, field, problems) => {
    expect(problemsOf(field)).toEqual(problems);
  });

  it('lets a condition ask for an earlier field, an answer of the core, and groups of both', () => {
    const asked: FormField = { kind: 'choice', key: 'patent', label, options: [{ value: 'yes', label }] };
    const visibleWhen = {
      all: [
        {
          any: [
            { field: 'patent', is: ['yes'] },
            { field: 'countryCode', isNot: ['CN'] },
          ],
        },
      ],
    };
    expect(problemsOf(asked, { kind: 'country', key: 'where', label, visibleWhen })).toEqual([]);
  });

  it('refuses conditions that nest deeper than four', () => {
    let visibleWhen: unknown = { field: 'language', is: ['zh'] };
    for (let depth = 0; depth < 4; depth += 1) visibleWhen = { all: [visibleWhen] };
    expect(problemsOf({ kind: 'country', key: 'a', label, visibleWhen })).toEqual([
      'fields[0].visibleWhen.all[0].all[0].all[0].all[0] condition-too-deep',
    ]);
  });

  it('refuses a form without a part that every entry has, or with one hidden', () => {
    const [classification, ...rest] = defaultForm.sections;
    expect(validateForm({ sections: rest }).map(({ code, details }) => [code, details])).toEqual([
      ['core-block-missing', { block: 'classification' }],
    ]);
    const hidden = { ...classification, visibleWhen: { field: 'language', is: ['zh'] } };
    expect(validateForm({ sections: [hidden, ...rest] }).map(({ code }) => code)).toEqual(['core-block-conditional']);
  });

  it('refuses a section or a field that stands twice', () => {
    const twice: FormDefinition = { sections: [...defaultForm.sections, defaultForm.sections[3]!] };
    expect(validateForm(twice).map(({ path, code }) => `${path} ${code}`)).toEqual([
      'sections[4].key key-duplicated',
      'sections[4].fields[0].key key-duplicated',
    ]);
  });

  it.each([[null], [[]], [{}], [{ sections: 'x' }]])('refuses %j, which is no form', (given) => {
    expect(validateForm(given)).not.toEqual([]);
  });
});
