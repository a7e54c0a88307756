import { describe, expect, it } from '@jest/globals';
import { blankJudge, factsOf } from './judge-facts.js';

describe('what the form tells of a judge', () => {
  it('has the field groups that were chosen, and where there is no field for them those that stand', () => {
    expect(factsOf({ ...blankJudge, fieldGroups: ['materials'] }, ['general']).fieldGroups).toEqual(['materials']);
    expect(factsOf({ ...blankJudge, fieldGroups: [] }, ['general']).fieldGroups).toEqual([]);
    expect(factsOf({ ...blankJudge, fieldGroups: undefined }, ['general']).fieldGroups).toEqual(['general']);
    expect(factsOf({ ...blankJudge, fieldGroups: undefined }, []).fieldGroups).toEqual([]);
  });
});
