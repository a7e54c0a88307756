import { describe, expect, it } from '@jest/globals';
import { interestFaults, keptInterest, mostInterests, type NamedInterest } from './named-interest.js';

const named = (changes: Partial<NamedInterest> = {}): NamedInterest => ({
  ...{ kind: 'employer', name: 'Institute', unit: null, fromYear: null, untilYear: null },
  ...changes,
});
const codes = (...interests: NamedInterest[]) => interestFaults(interests).map(({ path, code }) => `${path} ${code}`);

describe('what a judge names', () => {
  it('is taken with a name alone, and with years of an employer or the unit of a person', () => {
    expect(codes(named(), named({ fromYear: 2019, untilYear: 2019 }))).toEqual([]);
    expect(codes(named({ kind: 'advisee', unit: 'School' }), named({ kind: 'investment' }))).toEqual([]);
  });

  it('is refused without a name, with one that is too long, or with years that run backwards', () => {
    expect(codes(named({ name: '  ' }), named({ name: 'x'.repeat(201) }))).toEqual([
      ...['interests[0].name field-missing', 'interests[1].name text-too-long'],
    ]);
    expect(codes(named({ fromYear: 2020, untilYear: 2019 }), named({ untilYear: 20 }))).toEqual([
      ...['interests[0].untilYear years-invalid', 'interests[1].untilYear years-invalid'],
    ]);
  });

  it('has no years but of an employer, and no unit but of a person', () => {
    expect(codes(named({ kind: 'co-author', fromYear: 2020 }))).toEqual(['interests[0].untilYear value-not-allowed']);
    expect(codes(named({ kind: 'investment', unit: 'x' }))).toEqual(['interests[0].unit value-not-allowed']);
  });

  it('is a list of a length that somebody can read', () => {
    expect(codes(...Array.from({ length: mostInterests }, () => named()))).toEqual([]);
    expect(codes(...Array.from({ length: mostInterests + 1 }, () => named()))).toEqual(['interests too-many-items']);
  });

  it('is kept without spaces around it, and an empty unit as none', () => {
    expect(keptInterest(named({ kind: 'advisee', name: ' Ann ', unit: '  ' }))).toMatchObject({
      name: 'Ann',
      unit: null,
    });
  });
});
