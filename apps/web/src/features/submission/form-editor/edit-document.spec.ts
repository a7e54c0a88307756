import { describe, expect, it } from '@jest/globals';
import type { FormDefinition, FormField } from '#domain/form/form-definition';
import { freshKey, moveField, moveSection, putField, putSection, removeField, removeSection } from './edit-document.js';

const label = { zh: '字', en: 'F' };
const field = (key: string): FormField => ({ kind: 'country', key, label });
const form: FormDefinition = {
  sections: [
    { key: 'one', title: label, fields: [field('a'), field('b')] },
    { key: 'two', title: label, fields: [field('c')] },
  ],
};
const shape = ({ sections }: FormDefinition) =>
  sections.map(({ key, fields }) => `${key}: ${fields.map((f) => f.key).join()}`);

describe('a form under the hands of its editor', () => {
  it('takes fields in, puts them in the place of others, and lets them go', () => {
    expect(shape(putField(form, 1, field('d')))).toEqual(['one: a,b', 'two: c,d']);
    expect(shape(putField(form, 0, field('d'), 0))).toEqual(['one: d,b', 'two: c']);
    expect(shape(removeField(form, { section: 0, field: 1 }))).toEqual(['one: a', 'two: c']);
  });

  it('moves a field within its section, and past its end into the next', () => {
    expect(shape(moveField(form, { section: 0, field: 0 }, 1))).toEqual(['one: b,a', 'two: c']);
    expect(shape(moveField(form, { section: 0, field: 1 }, 1))).toEqual(['one: a', 'two: b,c']);
    expect(shape(moveField(form, { section: 1, field: 0 }, -1))).toEqual(['one: a,b,c', 'two: ']);
  });

  it('stays as it is where there is no further place', () => {
    expect(moveField(form, { section: 0, field: 0 }, -1)).toEqual(form);
    expect(moveSection(form, 1, 1)).toEqual(form);
  });

  it('takes sections in, moves them and lets them go', () => {
    expect(shape(putSection(form, { key: 'three', title: label, fields: [] }))).toEqual([
      'one: a,b',
      'two: c',
      'three: ',
    ]);
    expect(shape(moveSection(form, 0, 1))).toEqual(['two: c', 'one: a,b']);
    expect(shape(removeSection(form, 0))).toEqual(['two: c']);
  });

  it('gives a new field a key that none has', () => {
    expect(freshKey(form, 'Floor space (m²)', 'field')).toBe('floor-space-m');
    expect(freshKey(form, 'A', 'field')).toBe('a-2');
    expect(freshKey(form, '场地', 'field')).toBe('field');
  });
});
