import { describe, expect, it } from '@jest/globals';
import { screens } from './screens.js';

describe('the screens', () => {
  it('have names of their own, by which their pictures are called', () => {
    const names = screens.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
