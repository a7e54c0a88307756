import { describe, expect, it } from '@jest/globals';
import type { Criterion } from '#domain/contest/stage-rules';
import { isWithin, scoreChoices, stepped } from './score-choices.js';

function criterion(maximum: string, step: string): Criterion {
  const name = { zh: '创新性', en: 'Innovation' };
  return { key: 'innovation', name, minimum: '0', maximum, step, factor: '1', counted: true, levels: [] };
}

describe('the numbers to tap', () => {
  it.each([
    ['10', '0.5', '9', '10', ['9', '9.5', '10']],
    ['40', '1', '36', '40', ['36', '37', '38', '39', '40']],
    ['10', '0.01', '9', '10', ['9', '9.5', '10']],
    ['100', '1', '90', '100', ['90', '95', '100']],
  ])('of 0 to %s in steps of %s, from %s to %s, are %j', (maximum, step, from, to, choices) => {
    expect(scoreChoices(criterion(maximum, step), from, to)).toEqual(choices);
  });
});

describe('a step', () => {
  it('is exact where a float is not', () => {
    expect(stepped(criterion('10', '0.1'), '0.2', 1)).toBe('0.3');
  });

  it('ends at the bounds and starts at the nearer one', () => {
    expect(stepped(criterion('10', '0.5'), '10', 1)).toBe('10');
    expect(stepped(criterion('10', '0.5'), '', 1)).toBe('0');
    expect(stepped(criterion('10', '0.5'), undefined, -1)).toBe('10');
  });
});

describe('a level', () => {
  it('holds its bounds and nothing that is no score', () => {
    expect(isWithin('8.5', '7', '8.5')).toBe(true);
    expect(isWithin('9', '7', '8.5')).toBe(false);
    expect(isWithin('８', '7', '8.5')).toBe(false);
  });
});
