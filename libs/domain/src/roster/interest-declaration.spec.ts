import { describe, expect, it } from '@jest/globals';
import { interestDeclaration, interestDeclarationHash, listedForDeclaration } from './interest-declaration.js';

const team = (position: number, isOfOwnEmployer = false) => ({ position, isOfOwnEmployer });

describe('the list by which a judge declares', () => {
  it('has the teams of the judge’s own employer on top, and the judge’s own order in each part', () => {
    expect(listedForDeclaration([team(3), team(4, true), team(1), team(2, true)])).toEqual([
      ...[team(2, true), team(4, true), team(1), team(3)],
    ]);
  });

  it('leaves the list it is given as it is', () => {
    const given = [team(2), team(1)];
    listedForDeclaration(given);
    expect(given).toEqual([team(2), team(1)]);
  });
});

describe('the declaration', () => {
  it('says in both languages as much, and is known by one hash', () => {
    expect(interestDeclaration.zh).toHaveLength(interestDeclaration.en.length);
    expect(interestDeclarationHash()).toMatch(/^[0-9a-f]{64}$/);
  });
});
