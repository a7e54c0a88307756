import { describe, expect, it } from '@jest/globals';
import { demandsOf, knownChoice, missingOf, parametersOf, type PlanDemands } from './plan-demands.js';

const parameters = {
  ...{ judgesWanted: 5, mostPerEmployer: null, existing: 'keep' as const, withSubstitutes: false, seed: 'abc' },
  kindsWanted: [{ kind: 'management' as const, atLeast: 2 }],
  ...{ onlyJudges: ['judge-1', 'judge-2'], onlyPanels: ['panel-1'] },
  weights: { expertise: 100, preference: 20, ownLanguage: 30, kept: 10 },
};
const demands = demandsOf(parameters);

describe('what is asked of a plan', () => {
  it('is what was proposed as long as nothing is changed', () => {
    expect(missingOf(demands)).toBeNull();
    expect(parametersOf(demands)).toEqual(parameters);
  });

  it.each<[string, Partial<PlanDemands>, string]>([
    ['the number of judges stands empty', { judgesWanted: null }, 'judgesWanted'],
    ['a weight stands empty', { weights: { ...demands.weights, kept: null } }, 'weights'],
    ['the seed is blank', { seed: ' ' }, 'seed'],
  ])('is not sent while %s', (_, change, missing) => {
    const changed = { ...demands, ...change };
    expect(missingOf(changed)).toBe(missing);
    expect(parametersOf(changed)).toBeNull();
  });

  it('is not for judges and panels who are no longer there', () => {
    const desk = { proposed: parameters, judges: [{ id: 'judge-2' }], panels: [] };
    expect(knownChoice(desk)).toEqual({ ...parameters, onlyJudges: ['judge-2'], onlyPanels: [] });
  });

  it('asks for no judge of a kind whose number stands empty or at 0', () => {
    const kindsWanted = { technology: 0, management: null, 'venture-capital': 1 };
    expect(parametersOf({ ...demands, kindsWanted })?.kindsWanted).toEqual([{ kind: 'venture-capital', atLeast: 1 }]);
  });
});
