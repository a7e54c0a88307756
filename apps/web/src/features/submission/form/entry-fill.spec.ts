import { describe, expect, it } from '@jest/globals';
import { defaultForm } from '#domain/form/default-form';
import { formProgress } from '#domain/form/validate-answers';
import type { EntryFields } from '../entry-fields.js';
import { entryFill } from './entry-fill.js';

const name = { zh: '名', en: 'name' };
const edition = {
  tracks: [
    { key: 'problems', name, parentKey: null, requiresProblem: true },
    { key: 'own', name, parentKey: null, requiresProblem: false },
  ],
  fieldGroups: [{ key: 'equipment', name }],
};
const whole: Partial<EntryFields> = {
  ...{ trackKey: 'own', fieldGroupKey: 'equipment', countryCode: 'SG', title: 'A quiet pump' },
  members: [{ role: 'lead', name: 'Suharto' }],
};
const open = (changes: Partial<EntryFields>, of: Parameters<typeof entryFill>[2] = edition) =>
  formProgress(defaultForm, entryFill({ ...whole, ...changes }, {}, of)).flatMap(({ key, open: keys }) =>
    keys.length > 0 ? [key] : [],
  );

describe('what an entry still lacks', () => {
  it('is nothing where everything that no entry goes without is there', () => {
    expect(open({})).toEqual([]);
  });

  it.each<[string, Partial<EntryFields>, string]>([
    ['the title is empty', { title: '' }, 'description'],
    ['the title is blank', { title: ' 　' }, 'description'],
    ['the title is empty and the summary is not', { title: '', summary: 'It pumps.' }, 'description'],
    ['no track is chosen', { trackKey: undefined }, 'classification'],
    ['no country or region is chosen', { countryCode: undefined }, 'classification'],
    ['no field group is chosen', { fieldGroupKey: undefined }, 'classification'],
    ['the track answers a problem and none is named', { trackKey: 'problems' }, 'classification'],
    ['one of the people has no name', { members: [...(whole.members ?? []), { role: 'member', name: '' }] }, 'team'],
    ['there is nobody', { members: [] }, 'team'],
  ])('leaves the section open where %s', (_, changes, section) => {
    expect(open(changes)).toEqual([section]);
  });

  it('counts each of the fields that are starred where it competes', () => {
    const progress = formProgress(
      defaultForm,
      entryFill({ title: 'A quiet pump', members: whole.members }, {}, edition),
    );
    expect(progress.flatMap(({ open: paths }) => paths)).toEqual(['trackKey', 'fieldGroupKey', 'countryCode']);
  });

  it('asks neither for a field group where the edition has none, nor for a problem that stands there', () => {
    expect(open({ fieldGroupKey: undefined }, { ...edition, fieldGroups: [] })).toEqual([]);
    expect(open({ trackKey: 'problems', enterpriseProblemNumber: '12' })).toEqual([]);
  });
});
