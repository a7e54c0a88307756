import { describe, expect, it } from '@jest/globals';

describe('#domain', () => {
  it('is TypeScript source here, never what an earlier build left in dist/', () => {
    expect(import.meta.resolve('#domain')).toMatch(/\/libs\/domain\/src\/index\.ts$/);
    expect(import.meta.resolve('#domain/scoring/tally')).toMatch(/\/libs\/domain\/src\/scoring\/tally\.ts$/);
  });

  it('is the same module as the files beside this one', async () => {
    const [{ tally }, own] = [await import('#domain'), await import('./scoring/tally.js')];
    expect(tally).toBe(own.tally);
  });
});
