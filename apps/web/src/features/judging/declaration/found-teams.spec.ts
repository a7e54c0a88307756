import { describe, expect, it } from '@jest/globals';
import { foundTeams } from './found-teams.js';
import type { OwnTeam } from './queries.js';

const team = (title: string, name: string, organisation: string | null): OwnTeam => ({
  ...{ assignment: title, position: 1, title, isOfOwnEmployer: false },
  people: [{ role: 'lead', name, organisation }],
});
const teams = [team('Pump', '王小明', '清华大学'), team('Valve', 'Ann Bee', 'ACME'), team('Sieve', 'Cy Dee', null)];
const found = (sought: string) => foundTeams(teams, sought).map(({ title }) => title);

describe('teams that are sought', () => {
  it('are found by title, name and employer, in whatever width and case', () => {
    expect(found('pum')).toEqual(['Pump']);
    expect(found('小明')).toEqual(['Pump']);
    expect(found(' ａｃｍｅ ')).toEqual(['Valve']);
  });

  it('are all there where nothing is sought, and none where nothing has it', () => {
    expect(found(' ')).toEqual(['Pump', 'Valve', 'Sieve']);
    expect(found('nowhere')).toEqual([]);
  });
});
